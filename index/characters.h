// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// The characters of the analyser: how they are folded and classed.
namespace guidang::index {

/// Written one by one without blanks: Han, kana, hangul. Such text is searched by characters and
/// pairs of characters.
[[nodiscard]] bool is_ideograph(char32_t code_point);

/// LF, VT, CR and the Unicode line and paragraph ends; a form feed is a blank, for a page may end
/// inside a word.
[[nodiscard]] bool is_line_end(char32_t code_point);

/// Marks that change the character before them and must be folded together with it.
[[nodiscard]] bool is_combining(char32_t code_point);

/// Part of a word or number in an alphabetic script; expects a folded character.
[[nodiscard]] bool is_word_character(char32_t code_point);

/// True when folding leaves this character as it is; a fast answer, false means "look".
[[nodiscard]] bool folds_to_itself(char32_t code_point);

/// The folded form of a character and its marks: text::fold, traditional characters simplified,
/// and ○ and 零 become 〇, because years are written with any of them. Empty for characters without
/// meaning.
[[nodiscard]] std::string fold_cluster(std::string_view cluster);

}  // namespace guidang::index
