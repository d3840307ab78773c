// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace guidang::text {

/// How a number as written departs from its normal form. The last three make it a guess.
enum class NumberFlaw : std::uint8_t {
  brackets,          ///< year not in 〔〕
  year_place,        ///< the year in front of the code or within it: 〔81〕国办发15号
  year_word,         ///< 〔2023年〕
  two_digit_year,    ///< 〔81〕: the century is not said, and not added
  missing_year,      ///< 国发第12号: an ordinal whose code is neither 令 nor 公告 …
  leading_zero,      ///< 虚位: 090号
  ordinal_word,      ///< 第 behind the year's bracket
  missing_ordinal,   ///< 令711号
  range,             ///< 第1至3号: several numbers on one sheet
  inner_blank,       ///< blanks inside
  odd_characters,    ///< digits or letters full-width, Chinese, or O for 0
  surplus_word,      ///< 文 or 文件 behind 号
  missing_brackets,  ///< 韶政办法201427号: suggested only
  missing_suffix,    ///< 号 left off: suggested only
  misspelt_code      ///< 法 for 发 where the brackets are lost: suggested only
};

struct NumberFlawText {
  NumberFlaw flaw = NumberFlaw::brackets;
  std::string_view name{};  ///< as rules of a profile name it: "leading_zero"
  std::string_view zh{};
  std::string_view en{};
};

/// Every flaw, in the order of the enum.
[[nodiscard]] std::span<const NumberFlawText> number_flaws();

[[nodiscard]] const NumberFlawText& text_of(NumberFlaw flaw);

[[nodiscard]] std::optional<NumberFlaw> number_flaw_of(std::string_view name);

}  // namespace guidang::text
