// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/number_flaw.h"

#include <array>

namespace guidang::text {
namespace {

constexpr std::array kTexts{
    NumberFlawText{NumberFlaw::brackets, "brackets", "年份不在六角括号内", "year not in 〔〕"},
    NumberFlawText{NumberFlaw::year_place, "year_place", "年份不在机关代字之后",
                   "year not behind the code"},
    NumberFlawText{NumberFlaw::year_word, "year_word", "括号内多“年”字", "年 inside the brackets"},
    NumberFlawText{NumberFlaw::two_digit_year, "two_digit_year", "年份不全", "two-digit year"},
    NumberFlawText{NumberFlaw::missing_year, "missing_year", "缺年份", "year missing"},
    NumberFlawText{NumberFlaw::leading_zero, "leading_zero", "序号编虚位", "leading zero"},
    NumberFlawText{NumberFlaw::ordinal_word, "ordinal_word", "序号前加“第”",
                   "第 before the number"},
    NumberFlawText{NumberFlaw::missing_ordinal, "missing_ordinal", "序号前缺“第”",
                   "第 missing before the number"},
    NumberFlawText{NumberFlaw::range, "range", "一件编几个序号", "several numbers on one sheet"},
    NumberFlawText{NumberFlaw::inner_blank, "inner_blank", "中间有空格", "blank inside"},
    NumberFlawText{NumberFlaw::odd_characters, "odd_characters", "字符不规范", "odd characters"},
    NumberFlawText{NumberFlaw::surplus_word, "surplus_word", "“号”后多字", "words behind 号"},
    NumberFlawText{NumberFlaw::missing_brackets, "missing_brackets", "缺括号", "brackets missing"},
    NumberFlawText{NumberFlaw::missing_suffix, "missing_suffix", "缺“号”", "号 missing"},
    NumberFlawText{NumberFlaw::misspelt_code, "misspelt_code", "机关代字疑有错字",
                   "code seems misspelt"}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kTexts.size(); ++i) {
    if (static_cast<std::size_t>(kTexts[i].flaw) != i) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

std::span<const NumberFlawText> number_flaws() { return kTexts; }

const NumberFlawText& text_of(NumberFlaw flaw) { return kTexts[static_cast<std::size_t>(flaw)]; }

std::optional<NumberFlaw> number_flaw_of(std::string_view name) {
  for (const NumberFlawText& each : kTexts) {
    if (each.name == name) return each.flaw;
  }
  return std::nullopt;
}

}  // namespace guidang::text
