// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Small looks at a string that the finders share. Offsets and lengths are bytes.
namespace guidang::describe {

using Words = std::span<const std::string_view>;

/// Length of the longest of the words that `text` starts with; 0 for none.
[[nodiscard]] std::size_t starting(std::string_view text, Words words);
/// Length of the longest of the words that `text` ends with; 0 for none.
[[nodiscard]] std::size_t ending(std::string_view text, Words words);
[[nodiscard]] bool contains(std::string_view text, std::string_view word);
[[nodiscard]] bool contains_any(std::string_view text, Words words);

/// The text without blanks and zero-width characters, full-width ASCII folded: the form in which
/// lines are recognised. Only whole characters, at most `limit` bytes.
[[nodiscard]] std::string flatten(std::string_view text, std::size_t limit = std::string::npos);

/// Whether all is ASCII digits (and there is something).
[[nodiscard]] bool all_digits(std::string_view text);

/// Length of an enumerator at the start of a flat line: 一、 (一) 1. 1、 ① 第三条; 0 for none.
[[nodiscard]] std::size_t enumerator(std::string_view flat);

/// Whether every bracket and quotation mark that is opened is closed again.
[[nodiscard]] bool balanced(std::string_view flat);

/// The text without one pair of round brackets (ASCII or full-width) around all of it.
[[nodiscard]] std::string_view unwrapped(std::string_view text);

}  // namespace guidang::describe
