// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>

#include "pipeline/text/cursor.h"
#include "pipeline/text/document_number.h"

/// The small parts that numbers are made of. Each reader takes its part at the cursor, notes in the
/// draft what was odd about it, and leaves the cursor anywhere when it fails.
namespace guidang::text {

/// A number being put together.
struct NumberDraft {
  DocumentNumber value{};
  std::set<NumberFlaw> flaws{};
  std::size_t begin = 0;
  std::size_t end = 0;
  bool suggested = false;
};

/// Blanks in a row inside a number: more part it from what stands there.
inline constexpr int kMostBlanks = 4;

[[nodiscard]] bool is_one_of(char32_t c, std::u32string_view set);
[[nodiscard]] bool is_ascii_digit(char32_t c);
[[nodiscard]] bool is_opening_bracket(char32_t c);
[[nodiscard]] bool is_closing_bracket(char32_t c);

/// Blanks, as a flaw.
void take_inner_blanks(Cursor& at, NumberDraft& draft);
/// Back over blanks of the same line; how many.
int skip_blanks_before(Cursor& at);

/// 2023, 二〇二三, 81 (as it stands, with its flaw).
[[nodiscard]] bool take_year(Cursor& at, NumberDraft& draft);
/// 6, 090, 7-1, 1至3, 三十六: one to five digits and perhaps a part or the last of a range.
[[nodiscard]] bool take_number(Cursor& at, NumberDraft& draft);
/// As take_number for what follows 第: Chinese numerals are regular here, and in 令第1-3号 the
/// second figure ends a range.
[[nodiscard]] bool take_ordinal_number(Cursor& at, NumberDraft& draft);

/// The year of `2023年` before `at`, which is moved there; 0 when there is none.
[[nodiscard]] int year_before(Cursor& at);
/// The term of a congress before `at`, which is moved there: （十三届）, 第十三届; 0 for none.
[[nodiscard]] int session_before(Cursor& at);

/// Bytes of a 第十二届 that ends at byte `end`; 0 for none.
[[nodiscard]] std::size_t term_length(std::string_view text, std::size_t end);

/// 十三 for 13; 1 to 99.
[[nodiscard]] std::string to_han(int number);

}  // namespace guidang::text
