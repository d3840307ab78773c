// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::text {

/// U+FFFD, what stands for bytes without a meaning.
inline constexpr char32_t kReplacement = 0xFFFD;

/// Strict UTF-8: no surrogates, no overlong forms, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// The code point at `pos`, which is moved behind it. A byte that starts no valid sequence gives
/// kReplacement and moves by one, so a loop always ends. `pos` must be less than the size.
char32_t next(std::string_view text, std::size_t& pos);

/// Adds one code point; a surrogate or a value above U+10FFFF becomes kReplacement.
void append(std::string& text, char32_t code_point);

/// Number of code points.
[[nodiscard]] std::size_t length(std::string_view text);

/// The first `count` code points; a view into `text`.
[[nodiscard]] std::string_view prefix(std::string_view text, std::size_t count);

/// ASCII blanks and line ends, NBSP, U+1680, U+2000–200B, U+2028/2029, U+202F, U+205F, U+3000, BOM.
[[nodiscard]] bool is_blank(char32_t code_point);

/// A view without blanks (is_blank) at either end.
[[nodiscard]] std::string_view trim(std::string_view text);

/// A copy without any blank.
[[nodiscard]] std::string remove_blanks(std::string_view text);

/// Views of the lines, ends left off: LF, CR LF, CR, VT, FF, NEL, U+2028, U+2029. An end at the
/// very end makes no further line; an empty text has none.
[[nodiscard]] std::vector<std::string_view> lines(std::string_view text);

/// Han characters of all blocks, with 〇 (U+3007) and 々 but not ○ (U+25CB).
[[nodiscard]] bool is_han(char32_t code_point);

}  // namespace guidang::text
