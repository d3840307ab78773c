// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/title_span.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace guidang::text {
namespace {

struct Case {
  std::string name;
  std::string title;
  Span span = Span::none;
  std::optional<int> last{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.title; }

class Titles : public ::testing::TestWithParam<Case> {};

TEST_P(Titles, SayTheirSpan) {
  const Case& c = GetParam();
  const TitleSpan found = title_span(c.title);
  EXPECT_EQ(to_text(found.span), to_text(c.span));
  EXPECT_EQ(found.last_year, c.last);
}

INSTANTIATE_TEST_SUITE_P(
    Spans, Titles,
    ::testing::Values(
        Case{"Year", "2022年度工作总结", Span::year, 2022},
        Case{"PlainYear", "2023年工作要点", Span::year, 2023},
        Case{"HalfYear", "关于2023年上半年工作情况的报告", Span::part, 2023},
        Case{"Quarter", "2023年第三季度统计表", Span::part, 2023},
        Case{"QuarterDigit", "2023年3季度统计表", Span::part, 2023},
        Case{"Month", "2023年5月财务报表", Span::part, 2023},
        Case{"MonthWords", "五月份信访情况", Span::part, {}},
        Case{"Months", "2023年1-9月经济运行情况", Span::part, 2023},
        Case{"Day", "关于2023年5月1日停水的通知", Span::none, 2023},
        Case{"ChineseDay", "关于九月十八日鸣放防空警报的通告", Span::none, {}},
        Case{"Range", "文物事业发展规划(2016—2020年)", Span::several, 2020},
        Case{"RangeAscii", "三年行动方案(2018-2020)", Span::several, 2020},
        Case{"FiveYears", "关于印发五年规划的通知", Span::several, {}},
        Case{"FiveYearPlan", "国民经济和社会发展第十四个五年规划纲要", Span::several, {}},
        Case{"FiveYearShort", "“十三五”旅游产业规划", Span::several, {}},
        Case{"SeveralAndPart", "2021—2023年上半年比较", Span::mixed, 2023},
        Case{"NumberOfDocument", "关于废止豫政〔2000〕27号文件的决定", Span::none, {}},
        Case{"FullWidth", "２０２２年度总结", Span::year, 2022},
        Case{"Threshold", "关于三年自然灾害的函", Span::none, {}},
        Case{"None", "关于加强档案工作的通知", Span::none, {}}, Case{"Empty", "", Span::none, {}},
        Case{"LongDigits", "99999999999999999999999年", Span::none, {}}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace guidang::text
