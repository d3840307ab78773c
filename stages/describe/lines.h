// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stages/describe/layout.h"

namespace guidang::describe {

/// A line of the text that is not blank, or a piece of one that runs on.
struct Line {
  std::string_view text{};   ///< as it stands, trimmed; a view into the page
  std::string flat{};        ///< see `flatten`; at most kFlatBytes
  std::uint32_t page = 1;    ///< 1-based
  std::uint32_t number = 1;  ///< 1-based within the page, blank lines counted
  bool furniture = false;    ///< of the web page, not of the document
  bool piece = false;        ///< continues the source line of the one before
  Look look{};               ///< how it looks, where the format tells

  /// "2:14".
  [[nodiscard]] std::string place() const;
};

/// No element that is recognised by its line is longer.
inline constexpr std::size_t kFlatBytes = 8192;

/// The lines that hold something, in order. Web texts often lose the line ends of title, number,
/// salutation and signature: a first or last line that runs on is cut at its blanks. The pages
/// must outlive the answer. Linear in the text.
[[nodiscard]] std::vector<Line> read_lines(std::span<const std::string> pages);

/// Navigation, sources, font switches, share buttons, copyright and the like.
[[nodiscard]] bool is_furniture(std::string_view flat);

}  // namespace guidang::describe
