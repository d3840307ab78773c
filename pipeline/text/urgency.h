// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guidang::text {

/// How urgent: rank for comparing, and the word for showing.
struct Urgency {
  int rank = 0;          ///< 特提 4, 特急 3, 加急 急件 急 2, 平急 紧急 急办 1
  std::string term;      ///< the word, blanks and stars taken out
  std::string original;  ///< as written, trimmed
};

/// The urgency that a line or a field is: alone, with stars or brackets, or behind 紧急程度：.
[[nodiscard]] std::optional<Urgency> parse_urgency(std::string_view line_or_field);

/// The urgency in a document's head (find_head_mark says where that is): a line or a part of a line
/// that is one.
[[nodiscard]] std::optional<Urgency> find_head_urgency(std::string_view text);

}  // namespace guidang::text
