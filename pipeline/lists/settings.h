// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lists/writing.h"
#include "pipeline/profile/profile.h"

namespace guidang::lists {

/// How pages become thickness and boxes: `<box …/>` in the profile's section `catalogue`.
/// Lengths in micrometres, since a sheet has a hundred of them.
struct BoxRule {
  std::uint64_t faces = 1;              ///< of a sheet that bear text, as an office prints
  std::uint64_t sheet = 100;            ///< one sheet of paper
  std::uint64_t binding = 300;          ///< what binds one item: its thread or staple, and folds
  std::uint64_t unknown_pages = 10;     ///< taken for an item whose pages nobody knows, and said so
  std::uint64_t fill = 90;              ///< percent of a spine that may be filled
  std::vector<std::uint64_t> spines{};  ///< millimetres of the boxes that are sold, rising

  /// What so many pages of so many items take.
  [[nodiscard]] std::uint64_t thickness(std::uint64_t pages, std::uint64_t items) const;
  /// The narrowest spine that holds it; the widest when none does.
  [[nodiscard]] std::uint64_t spine_for(std::uint64_t thickness) const;
  /// What the widest box holds.
  [[nodiscard]] std::uint64_t most() const { return spines.back() * 1000 * fill / 100; }
};

/// A heading of 备考表 and the findings that belong under it (`<remark id name codes/>`).
struct RemarkKind {
  std::string id{};  ///< also the field's name in the forms
  std::string name{};
  std::vector<std::string> codes{};  ///< "RTN-12", or "CMP" for all of that family
};

/// What the profile's section `catalogue` says of papers, apart from the forms themselves.
struct PaperSettings {
  DateStyle volume_dates = DateStyle::dots;  ///< in 卷内文件目录: `<dates volume="dots|marks"/>`
  BoxRule box{};
  std::vector<RemarkKind> remarks{};
  /// Names of the retention periods in the profile's order, when series are of one period each:
  /// lists follow it, the longest first.
  std::vector<std::string> periods{};

  /// Throws the profile's Failure.
  [[nodiscard]] static PaperSettings read(const Profile& profile);
  /// The heading that a finding of this code goes under, a code by its own name before its family;
  /// "" when it goes under none.
  [[nodiscard]] std::string_view remark_of(std::string_view code) const;
  /// Place of the period among them; 0 when they have no order.
  [[nodiscard]] std::size_t rank_of(std::string_view period) const;
};

}  // namespace guidang::lists
