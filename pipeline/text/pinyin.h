// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

/// How Chinese is pronounced, in letters without tones; ü is u. For matching only.
namespace guidang::text {

/// Raised when the same text may be pronounced otherwise: what was derived before is then stale.
inline constexpr int kPinyinEdition = 1;

/// The syllable of a simplified character by itself, as official papers use it (地 di, 还 huan);
/// "" for a character that is not known. Valid for ever.
[[nodiscard]] std::string_view syllable(char32_t character);

/// The syllables of characters in a row, same size: words decide where a character has several
/// (重庆 chong qing, 银行 yin hang, 会计 kuai ji).
[[nodiscard]] std::vector<std::string_view> syllables(std::u32string_view row);

/// The simplified characters that have this syllable by themselves; empty for what is none. Valid
/// for ever.
[[nodiscard]] std::u32string_view characters_of(std::string_view syllable);

/// All syllables, in the order of letters.
[[nodiscard]] std::span<const std::string_view> all_syllables();

/// Whether any character is pronounced so: "fang".
[[nodiscard]] bool is_syllable(std::string_view letters);

}  // namespace guidang::text
