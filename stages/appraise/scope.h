// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/findings/codes.h"
#include "pipeline/findings/finding.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"
#include "pipeline/view.h"

/// 归档范围 the other way round: what a year should have and has not.
namespace guidang::appraise {

/// A kind of material to be filed each year: a row `material` of the profile's section `appraise`.
/// An item is of the kind when one of the named things holds; all must hold that are named in
/// `directions`.
struct Material {
  std::string id{};
  std::string rule{};  ///< "SCO-01"
  std::string citation{};
  std::string title_zh{};
  std::string title_en{};
  bool expected = true;  ///< no year is without it: worth a warning; else a note
  std::vector<Direction> directions{};
  std::vector<std::string> doctypes{};
  std::vector<std::string> words{};       ///< folded; in the title
  std::vector<std::string> extensions{};  ///< "jpg": of a component's name, lower case
};

struct MaterialCount {
  Material material{};
  std::uint64_t items = 0;
};

/// Counts the items of one year by kind, one view at a time.
class YearScope {
 public:
  /// Throws the profile's Failure.
  explicit YearScope(const profile::Element& appraise_section);

  /// The view holds Item, and of its documents Origin, Components and Description.
  void add(const View& item);
  /// In the order of the profile.
  [[nodiscard]] const std::vector<MaterialCount>& counts() const { return counts_; }

 private:
  std::vector<MaterialCount> counts_;
};

/// The kinds of material and how many filed items of the filing year each has.
[[nodiscard]] std::vector<MaterialCount> materials_of_year(Register& registry,
                                                           const Profile& profile, int year);

/// A finding for each kind that has none: its code is the kind's rule (SCO-01 …).
[[nodiscard]] std::vector<Finding> missing_materials(const std::vector<MaterialCount>& counts);

}  // namespace guidang::appraise
