// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/pdf/page_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/text/utf8.h"

namespace guidang::extract::pdf {
namespace {

/// A word of 10 points whose characters are as wide as high.
Word word(double left, double top, std::string text, double size = 10) {
  const double width = size * static_cast<double>(text::length(text));
  return {.text = std::move(text),
          .left = left,
          .top = top,
          .right = left + width,
          .bottom = top + size,
          .size = size};
}

/// `rows` lines at two places side by side.
std::vector<Word> side_by_side(const std::string& left, const std::string& right, int rows) {
  std::vector<Word> words;
  for (int i = 0; i < rows; ++i) {
    words.push_back(word(50, 100 + 20 * i, left));
    words.push_back(word(320, 100 + 20 * i, right));
  }
  return words;
}

std::string times(int count, const std::string& line) {
  std::string all;
  for (int i = 0; i < count; ++i) all += line;
  return all;
}

struct Case {
  std::string name{};
  std::vector<Word> words{};
  std::string text{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class PageText : public testing::TestWithParam<Case> {};

TEST_P(PageText, IsInTheOrderOfReading) {
  const auto page = arrange(GetParam().words, 600, 800);
  EXPECT_EQ(page.text, GetParam().text);
  EXPECT_EQ(page.layout.lines.size(),
            static_cast<std::size_t>(std::count(page.text.begin(), page.text.end(), '\n')));
}

std::vector<Word> turned(std::vector<Word> words) {
  words.front().upright = false;
  return words;
}

const std::string kLeft = "左边一行二十四个字左边一行二十四个字左边一行二";
const std::string kRight = "右边一行二十四个字右边一行二十四个字右边一行二";

INSTANTIATE_TEST_SUITE_P(
    Pages, PageText,
    testing::Values(
        Case{"Nothing", {}, ""},
        Case{"TopToBottom", {word(50, 40, "下"), word(50, 20, "上")}, "上\n下\n"},
        Case{"LeftToRight", {word(80, 20, "右"), word(50, 20, "左")}, "左 右\n"},
        Case{"NearWordsAreOne",
             {word(50, 20, "凤政办发"), word(91, 20, "〔2023〕")},
             "凤政办发〔2023〕\n"},
        Case{"SmallGapIsABlank", {word(50, 20, "签发人:"), word(97, 20, "张三")}, "签发人: 张三\n"},
        Case{"WideGapParts",
             {word(50, 20, "序号"), word(150, 20, "名称"), word(300, 20, "备注")},
             "序号\t名称\t备注\n"},
        Case{"SpacedTitleIsNoTable", {word(50, 20, "通"), word(100, 20, "知")}, "通 知\n"},
        Case{"RaisedMarkStaysInItsLine",
             {word(50, 20, "正文"), word(71, 19, "1", 5), word(77, 20, "继续")},
             "正文1继续\n"},
        Case{
            "StackedNamesAreLines",
            {word(50, 20, "甲办公室", 20), word(50, 42, "乙办公室", 20), word(140, 21, "文件", 41)},
            "甲办公室文件\n乙办公室\n"},
        Case{"TwoColumns", side_by_side(kLeft, kRight, 8),
             times(8, kLeft + "\n") + times(8, kRight + "\n")},
        Case{"TableIsNoColumns", side_by_side("张三", "办公室", 8), times(8, "张三\t办公室\n")},
        Case{"FewRowsAreNoColumns", side_by_side(kLeft, kRight, 3),
             times(3, kLeft + "\t" + kRight + "\n")},
        Case{"TurnedWordsComeLast", turned({word(5, 300, "装订线"), word(50, 20, "上")}),
             "上\n装订线\n"}),
    [](const auto& c) { return c.param.name; });

TEST(PageText, PlacesThatAreNoNumbersDoNoHarm) {
  Word lost = word(50, 20, "失");
  lost.top = lost.bottom = std::numeric_limits<double>::quiet_NaN();
  lost.right = std::numeric_limits<double>::infinity();
  const auto page = arrange({word(50, 20, "上"), lost, word(50, 40, "下")}, 600, 800);
  EXPECT_EQ(page.text, "失\n上\n下\n");
}

TEST(PageText, MeasuresInHundredthsOfMillimetres) {
  const auto page = arrange({word(72, 144, "甲乙", 36)}, 595.28, 841.89);
  EXPECT_EQ(page.layout.width, 21000);
  EXPECT_EQ(page.layout.height, 29700);
  EXPECT_EQ(page.layout.lines.at(0), (Box{2540, 5080, 2540, 1270}));
}

}  // namespace
}  // namespace guidang::extract::pdf
