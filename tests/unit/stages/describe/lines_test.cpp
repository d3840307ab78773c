// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/lines.h"

#include <gtest/gtest.h>

#include "stages/describe/scan.h"
#include "stages/describe/zones.h"

namespace guidang::describe {
namespace {

TEST(Lines, CountBlankLinesAndPages) {
  const std::vector<std::string> pages{"\n\n 甲 \n", "\n乙\n"};
  const std::vector<Line> lines = read_lines(pages);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].text, "甲");
  EXPECT_EQ(lines[0].place(), "1:3");
  EXPECT_EQ(lines[1].place(), "2:2");
}

TEST(Lines, SetFurnitureAsideAndKeepIt) {
  for (const char* text : {"当前位置：首页 > 公文",
                           "2024-06-03 来源:凤凰县人民政府办公室 【字体:", "【字体：大 中 小】",
                           "打 印", "版权所有：某某", "扫一扫在手机打开当前页", "————————"}) {
    const std::vector<std::string> pages{text};
    const std::vector<Line> lines = read_lines(pages);
    ASSERT_FALSE(lines.empty()) << text;
    EXPECT_TRUE(lines[0].furniture) << text;
  }
  for (const char* text : {"关于打印机采购的通知", "来源广泛的资金", "分享经济发展规划"}) {
    EXPECT_FALSE(is_furniture(flatten(text))) << text;
  }
}

TEST(Lines, FlattenFoldsWidthAndDropsBlanks) {
  EXPECT_EQ(flatten(" 附 件：（１） "), "附件:(1)");
  EXPECT_EQ(flatten("县政府", 7), "县政");
}

TEST(Scan, KnowsEnumerators) {
  for (const char* text : {"一、总则", "(一)甲", "1.甲", "12、乙", "①甲", "第三条甲", "第十一章"}) {
    EXPECT_NE(enumerator(text), 0U) << text;
  }
  for (const char* text : {"3.5亿元", "第三届会议", "一切", "2021年", "甲"}) {
    EXPECT_EQ(enumerator(text), 0U) << text;
  }
}

TEST(Titles, AreJoinedWithoutTheBlanksOfThePage) {
  const std::vector<std::string_view> split{"国务院办公厅关于同意以深圳市名义", "申办2011年第26届",
                                            "运动会的复函"};
  EXPECT_EQ(join_title(split), "国务院办公厅关于同意以深圳市名义申办2011年第26届运动会的复函");
  const std::vector<std::string_view> latin{"Notice on the", "annual report"};
  EXPECT_EQ(join_title(latin), "Notice on the annual report");
  const std::vector<std::string_view> joint{"县财政局　县教育局", "关于检查的 通知"};
  EXPECT_EQ(join_title(joint), "县财政局 县教育局关于检查的通知");
}

}  // namespace
}  // namespace guidang::describe
