// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// The characters of the analyser: how they are read, folded and classed.
namespace guidang::index {

/// The code point at `pos`, which is moved behind it; U+FFFD for a byte that starts nothing valid.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& pos);

void append_code_point(std::string& text, char32_t code_point);

/// Written one by one without blanks: Han, kana, hangul. Such text is searched by characters and
/// pairs of characters.
[[nodiscard]] bool is_ideograph(char32_t code_point);

[[nodiscard]] bool is_blank(char32_t code_point);

/// LF, VT, CR and the Unicode line and paragraph ends; a form feed is a blank, for a page may end
/// inside a word.
[[nodiscard]] bool is_line_end(char32_t code_point);

/// Marks that change the character before them and must be folded together with it.
[[nodiscard]] bool is_combining(char32_t code_point);

/// Part of a word or number in an alphabetic script; expects a folded character.
[[nodiscard]] bool is_word_character(char32_t code_point);

/// True when folding leaves this character as it is; a fast answer, false means "look".
[[nodiscard]] bool folds_to_itself(char32_t code_point);

/// The folded form (compatibility forms and case removed; ○ and 零 become 〇, because years are
/// written with any of them); empty for characters without meaning, such as zero-width ones.
[[nodiscard]] std::string fold_cluster(std::string_view cluster);

}  // namespace guidang::index
