// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guidang::text {

/// A line as it is compared with the words of a document's head: folded (fold.h), every disguise
/// taken off: blanks, invisible and combining characters, U+FFFD, traditional characters of the
/// words in question. ㊙ becomes 秘密. Only the first kLongestHeadLine bytes count.
[[nodiscard]] std::u32string mark_form(std::string_view line);

/// The same, but each run of blanks stays as one space.
[[nodiscard]] std::u32string mark_form_with_blanks(std::string_view line);

/// No head line is longer; text without line ends is cut here.
inline constexpr std::size_t kLongestHeadLine = 8192;

}  // namespace guidang::text
