// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::forms {

/// Values by their names in a form. A name without a value is an empty place on paper.
using Values = std::map<std::string, std::string, std::less<>>;

/// The description of one printed form (表式): its paper, measures in millimetres, lines, fields
/// and columns, each with the clause it follows. The one source of HTML, PDF and tables. Immutable;
/// threads may share it.
class Form {
 public:
  /// From `templates/forms/<id>.xml` or an office's own, checked against `form.rng`. Throws Failure
  /// (usage) with file, line, what was found and what was expected.
  [[nodiscard]] static Form load(const std::filesystem::path& data_root,
                                 const std::filesystem::path& file);

  [[nodiscard]] const std::string& id() const;
  /// 归档文件目录; also the stem of its files.
  [[nodiscard]] const std::string& title() const;
  /// Names that a sheet may fill, and names that a line may fill, in the form's order.
  [[nodiscard]] const std::vector<std::string>& sheet_names() const;
  [[nodiscard]] const std::vector<std::string>& row_names() const;
  /// True when it has lines, and so can be a table.
  [[nodiscard]] bool is_list() const { return !row_names().empty(); }
  /// SHA-256 of the description, for `settings()` of a stage.
  [[nodiscard]] const std::string& digest() const;

  struct Layout;
  [[nodiscard]] const Layout& layout() const { return *layout_; }

 private:
  std::shared_ptr<const Layout> layout_{};
};

}  // namespace guidang::forms
