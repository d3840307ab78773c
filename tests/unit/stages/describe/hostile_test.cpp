// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>

#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

double seconds_for(const std::string& text) {
  const std::clock_t start = std::clock();
  static_cast<void>(describe_text(text));
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(Hostile, ATitleOfTwoThousandCharactersIsReported) {
  const std::string title = repeated("长", 6000) + "通知";
  const Described described = describe_text(title + "\n各单位：\n　　请执行。\n");
  EXPECT_EQ(described.value("title"), title);
  EXPECT_THAT(described.codes(), testing::Contains("DSC-103"));
  EXPECT_LT(described.confidence("title"), 0.6);
}

struct Case {
  const char* name = "";
  const char* piece = "";
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class MegabyteLine : public testing::TestWithParam<Case> {};

TEST_P(MegabyteLine, TakesLinearTime) {
  constexpr std::size_t kMegabyte = 1 << 20;
  const double quarter = seconds_for(repeated(GetParam().piece, kMegabyte / 4));
  const double whole = seconds_for(repeated(GetParam().piece, kMegabyte));
  // Four times the text; a quadratic reader would need sixteen times the time.
  EXPECT_LT(whole, 10 * quarter + 0.5);
  EXPECT_LT(whole, 20.0);
}

const Case kLines[] = {{"Han", "县"},
                       {"Blanks", "县 "},
                       {"Brackets", "〔2021"},
                       {"Numbers", "云财发〔2021〕12号、"},
                       {"Dates", "2021年9月9日 "},
                       {"Commas", "县，"},
                       {"Colons", "局："},
                       {"Lines", "县政府\n"},
                       {"Titles", "关于检查的通知\n"},
                       {"Signatures", "县财政局\n2021年9月9日\n"},
                       {"Notes", "（2021年9月9日通过\n"},
                       {"Attachments", "附件：1. 甲 2. 乙 "},
                       {"Broken", "\xE5\xBA"},
                       {"Labels", "标题："},
                       {"Members", "县、"},
                       {"Openings", "《（〔“"},
                       {"Closings", "》）〕”"},
                       {"Chapters", "篇一 第二篇 "},
                       {"Copies", "抄送：县政府，县委。\n"},
                       {"Printed", "县政府办公室　2021年9月9日印发\n"},
                       {"Annexes", "附件1：某表\n"},
                       {"AnnexWords", "附件：\n1. 某表\n"},
                       {"Signers", "签发人：张三　会签人："},
                       {"Years", "年4月、、"},
                       {"Marks", "机密★10年\n"}};

INSTANTIATE_TEST_SUITE_P(, MegabyteLine, testing::ValuesIn(kLines),
                         [](const auto& test) { return std::string{test.param.name}; });

}  // namespace
}  // namespace guidang::describe
