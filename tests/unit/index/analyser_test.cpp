// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/analyser.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace guidang::index {
namespace {

struct Case {
  std::string name{};
  std::string input{};
  std::string expected{};  ///< the folded line
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name << ": " << c.input; }

class FoldedLine : public ::testing::TestWithParam<Case> {};

TEST_P(FoldedLine, IsAsExpected) { EXPECT_EQ(folded_line(GetParam().input), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Table, FoldedLine,
    ::testing::Values(Case{"HanStaysTogether", "人民政府", "人民政府"},
                      Case{"SignsSeparate", "人民、政府。", "人民 政府"},
                      Case{"BlanksBetweenHanDoNot", "通 知　书", "通知书"},
                      Case{"OneLineEndDoesNot", "人民政\n府办公室", "人民政府办公室"},
                      Case{"CarriageReturnIsPartOfTheLineEnd", "人民政\r\n府", "人民政府"},
                      Case{"AnEmptyLineDoes", "决定\n\n附件", "决定 附件"},
                      Case{"APageMayEndInsideAWord", "人民政\f府", "人民政府"},
                      Case{"WordsAreLowered", "WTO组织 Word", "wto 组织 word"},
                      Case{"FullWidthIsFolded", "ＷＴＯ１５号", "wto 15 号"},
                      Case{"LeadingZerosGo", "〔2023〕006号", "2023 6 号"},
                      Case{"ZeroStays", "0 000", "0 0"},
                      Case{"LettersAndDigitsAreApart", "D10-BGS·0001", "d 10 bgs 1"},
                      Case{"ChineseZerosMeet", "二○二三 二〇二三 二零二三",
                           "二〇二三二〇二三二〇二三"},
                      Case{"ZeroWidthIsNothing", "人\xE2\x80\x8B民\xEF\xBB\xBF政", "人民政"},
                      Case{"BrokenBytesSeparate", "人\xFF民\xE4\xBA", "人 民"},
                      Case{"RareHanIsHan", "𠮷野家", "𠮷野家"}, Case{"Nothing", "，。——", ""}),
    [](const auto& one) { return one.param.name; });

TEST(TokenReader, RangesAreBytesOfTheOriginal) {
  const std::string text = "第　１５号";
  const auto tokens = tokens_of(text);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[1].text, "15");
  EXPECT_EQ(text.substr(tokens[1].range.begin, tokens[1].range.end - tokens[1].range.begin),
            "１５");
  EXPECT_TRUE(tokens[1].joined);
  EXPECT_FALSE(tokens[0].joined);
}

TEST(TokenReader, CutsEndlessWords) {
  for (const Token& token : tokens_of(std::string(1000, 'x') + std::string(1000, '1'))) {
    EXPECT_LE(token.text.size(), 64U);
  }
}

}  // namespace
}  // namespace guidang::index
