// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/date.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::text {
namespace {

struct FieldCase {
  const char* field;
  const char* iso;  // empty: no date
};
void PrintTo(const FieldCase& c, std::ostream* out) { *out << c.field; }

class DateField : public testing::TestWithParam<FieldCase> {};

TEST_P(DateField, HasItsDate) {
  const auto date = parse_date(GetParam().field);
  EXPECT_EQ(date ? to_iso(*date) : "", GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, DateField,
    testing::Values(
        FieldCase{"二○○六年四月十四日", "2006-04-14"},
        FieldCase{"二〇二三年八月三十日", "2023-08-30"},
        FieldCase{"二零零八年十二月二日", "2008-12-02"},
        FieldCase{"二○一二年十二月廿五日", "2012-12-25"},
        FieldCase{"二OO六年元月卅一日", "2006-01-31"}, FieldCase{"二0一二年十月十日", "2012-10-10"},
        FieldCase{"一九九九年十二月卅日", "1999-12-30"},
        FieldCase{"二 ○ ○ 六 年 四 月 十 四 日", "2006-04-14"},
        FieldCase{"２００６年４月１４日", "2006-04-14"},
        FieldCase{"2006 年 4 月 14 日", "2006-04-14"}, FieldCase{"2006年\n4月14日", "2006-04-14"},
        FieldCase{"公元2006年4月14日", "2006-04-14"}, FieldCase{"2023年8月30日印发", "2023-08-30"},
        FieldCase{"2006-04-14", "2006-04-14"}, FieldCase{"2006-4-14", "2006-04-14"},
        FieldCase{"2006.4.14", "2006-04-14"}, FieldCase{"2006/4/14", "2006-04-14"},
        FieldCase{"2006-04-14 00:00:00", "2006-04-14"}, FieldCase{"20060414", "2006-04-14"},
        FieldCase{"2006、2、14、", "2006-02-14"}, FieldCase{"2006、2、14", "2006-02-14"},
        FieldCase{" 2006年2月14日　", "2006-02-14"}, FieldCase{"2006年2月30日", ""},
        FieldCase{"二○○六年二月三十日", ""}, FieldCase{"2006-02-30", ""},
        FieldCase{"2006年4月", ""}, FieldCase{"06.2.14", ""}, FieldCase{"民国三十八年十月一日", ""},
        FieldCase{"农历二○○六年正月初五", ""}, FieldCase{"二○○六年正月初五", ""},
        FieldCase{"2006年4月14日至16日", ""}, FieldCase{"2006年4月14日通知", ""},
        FieldCase{"12006年4月14日", ""}, FieldCase{"", ""}, FieldCase{"20061314", ""},
        FieldCase{"2023.15.40", ""}));

TEST(Dates, AreFoundInRunningText) {
  const std::string text =
      "凤凰县2023年8月30日发文，二○○六年二月三十日不算；见2006-04-14、2007.1.2。";
  const Dates dates = find_dates(text);
  ASSERT_EQ(dates.found.size(), 3U);
  EXPECT_EQ(dates.found[0].form, DateForm::arabic);
  EXPECT_EQ(text.substr(dates.found[0].offset, dates.found[0].length), "2023年8月30日");
  EXPECT_EQ(dates.found[1].form, DateForm::hyphens);
  EXPECT_EQ(dates.found[2].form, DateForm::dots);
  ASSERT_EQ(dates.bad.size(), 1U);
  EXPECT_EQ(dates.bad[0].original, "二○○六年二月三十日");
  EXPECT_EQ(dates.bad[0].flaw, DateFlaw::impossible);
}

TEST(Dates, OtherCalendarsAreToldApart) {
  EXPECT_EQ(find_dates("民国三十八年十月一日").bad.at(0).flaw, DateFlaw::era);
  EXPECT_EQ(find_dates("民国 2006年4月1日").bad.at(0).flaw, DateFlaw::era);
  EXPECT_EQ(find_dates("农历2006年4月1日").bad.at(0).flaw, DateFlaw::lunar);
  EXPECT_EQ(find_dates("二○○六年腊月廿三日").bad.at(0).flaw, DateFlaw::lunar);
}

TEST(Dates, OtherNumbersAreNone) {
  for (const char* const text :
       {"电话0731-2006-12", "192.168.2006.1.2", "content/2018/12/24/content", "v2006.4.14.1",
        "第20060414号", "2006.4.145", "图2006-1-2-3", "2006、2、14件", "2023年第5号",
        "12006.4.14"}) {
    const Dates dates = find_dates(text);
    EXPECT_TRUE(dates.found.empty()) << text;
    EXPECT_TRUE(dates.bad.empty()) << text;
  }
}

}  // namespace
}  // namespace guidang::text
