// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/absence.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace guidang::index {
namespace {

bool proves(std::string_view phrase, std::string_view text) {
  return Absence(Phrase(tokens_of(phrase))).is_certain_in(text);
}

TEST(Absence, IsProvedWhereOnlyItsPairsStand) {
  EXPECT_TRUE(proves("规定标准", "按规定执行，标准另行制定。定标"));
  EXPECT_TRUE(proves("规定标准", "規定執行 Abc 2023"));
}

TEST(Absence, IsNotProvedWhereItStandsInAnyDress) {
  for (const std::string_view text :
       {"规定标准", "按規定標準", "规定 标准", "规　定\n标准", "规定标\xF0\xAF\xA0\x80准"}) {
    EXPECT_FALSE(proves("规定标准", text)) << text;
  }
}

TEST(Absence, SaysNothingOfWordsAndNumbers) {
  EXPECT_FALSE(proves("2023年", "一二三"));
  EXPECT_FALSE(proves("〇三", "一二三"));
  EXPECT_FALSE(proves("", "一二三"));
}

TEST(AbsenceLaw, WhatIsProvedAbsentIsNowhereFound) {
  constexpr std::array<std::string_view, 18> kPieces{"规", "定",     "标",     "准", "規", "標",
                                                     "準", " ",      "　",     "\n", "，", "a",
                                                     "7",  "\uFE00", "\u200B", "〇", "零", "\xFF"};
  std::mt19937 draw(20231);
  const auto make = [&](std::size_t pieces, std::size_t kinds) {
    std::string text;
    for (std::size_t i = 0; i < pieces; ++i) text += kPieces[draw() % kinds];
    return text;
  };
  int proved = 0;
  for (int i = 0; i < 20000; ++i) {
    const Phrase phrase(tokens_of(make(2 + draw() % 3, 7)));
    const std::string text = make(draw() % 24, i % 2 == 0 ? kPieces.size() : 13);
    if (!Absence(phrase).is_certain_in(text)) continue;
    ++proved;
    ASSERT_FALSE(phrase.occurs_in(text)) << text << " seed 20231, case " << i;
  }
  EXPECT_GT(proved, 1000);
}

}  // namespace
}  // namespace guidang::index
