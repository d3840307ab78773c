// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/element.h"

namespace guidang {

/// A rule set (规则集): all that differs between offices, as data. A folder
/// `templates/profiles/<id>/` with a `profile.xml` as `templates/schema/profile.rng` says. Its
/// sections are the elements below the root (`receive` `describe` `check` `appraise` `year`
/// `arrange` `number` `catalogue` `index` `package`, and `organisations`); each is read by the
/// stage of that name; `deadlines` by stages/review.
///
/// A profile that extends another is laid over it, section by section and element by element:
/// elements meet by name and `id` (or by name alone when they have none, all of one name
/// together); attributes and text of the extending one win, and its further elements follow.
/// `remove="yes"` takes an element out; `merge="replace"` leaves out all that is below the other.
/// Immutable after loading; threads may share it.
class Profile {
 public:
  /// `data_root` holds `templates/` (`files::data_root()`). Throws Failure with status usage when
  /// there is no such profile or it cannot be used: file, line, what was found and expected.
  [[nodiscard]] static Profile load(const std::filesystem::path& data_root, std::string_view id);

  /// The ids under `data_root`, in byte order.
  [[nodiscard]] static std::vector<std::string> list(const std::filesystem::path& data_root);

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& version() const { return version_; }
  [[nodiscard]] const std::string& title_zh() const { return title_zh_; }
  [[nodiscard]] const std::string& title_en() const { return title_en_; }
  /// Ids from this profile to the base of the chain.
  [[nodiscard]] const std::vector<std::string>& lineage() const { return lineage_; }
  /// For the data files that sections name, such as `templates/calendar/cn.tsv`.
  [[nodiscard]] const std::filesystem::path& data_root() const { return data_root_; }

  /// The merged section; an element without attributes and children when the chain has none. A
  /// name that is no section's is a std::logic_error.
  [[nodiscard]] const profile::Element& section(std::string_view name) const;
  [[nodiscard]] bool has_section(std::string_view name) const;

  /// Digest of the merged section's canonical bytes, for `settings()` of the stages: 64 hex digits.
  [[nodiscard]] std::string section_digest(std::string_view name) const;
  /// Digest of a data file below `data_root`, to be joined to it. Throws Failure.
  [[nodiscard]] std::string file_digest(std::string_view path) const;

 private:
  Profile() = default;

  std::string id_;
  std::string version_;
  std::string title_zh_;
  std::string title_en_;
  std::vector<std::string> lineage_;
  std::filesystem::path data_root_;
  std::map<std::string, profile::Element, std::less<>> sections_;
};

}  // namespace guidang
