// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/sheet/number_format.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace guidang::extract {
namespace {

struct Case {
  std::string name{};
  std::string code{};
  double value = 0;
  std::string expected{};
  bool from_1904 = false;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class ShownNumber : public testing::TestWithParam<Case> {};

TEST_P(ShownNumber, IsWhatIsRead) {
  const Case& c = GetParam();
  EXPECT_EQ(NumberFormat{c.code}.show(c.value, c.from_1904), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, ShownNumber,
    testing::Values(
        Case{"Whole", "General", 12, "12"}, Case{"Negative", "General", -3.5, "-3.5"},
        Case{"NoNoiseOfBinary", "General", 0.1 + 0.2, "0.3"},
        Case{"LongNumber", "General", 20230612001, "20230612001"},
        Case{"ChineseGeneral", "G/通用格式", 7.25, "7.25"},
        Case{"ThousandsPlayNoPart", "#,##0.00", 1234.5, "1234.5"},
        Case{"FilledUp", "0000", 12, "0012"},
        Case{"WordsAround", "\"〔2023〕\"0\"号\"", 12, "〔2023〕12号"},
        Case{"EscapedCharacter", "\\第0号", 5, "第5号"},
        Case{"Room", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", 31, "31"},
        Case{"Percent", "0%", 0.125, "13%"}, Case{"PercentDecimals", "0.00%", 0.1234567, "12.35%"},
        Case{"IsoDate", "yyyy-mm-dd", 45078, "2023-06-01"},
        Case{"HanDate", "yyyy\"年\"m\"月\"d\"日\"", 45078, "2023-06-01"},
        Case{"LocaleDate", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", 45078, "2023-06-01"},
        Case{"MonthOnly", "yyyy\"年\"m\"月\"", 45078, "2023-06"},
        Case{"DayWithoutYear", "m\"月\"d\"日\"", 45078, "2023-06-01"},
        Case{"DateAndTime", "yyyy/m/d h:mm", 45078.5, "2023-06-01 12:00:00"},
        Case{"TimeAtMidnight", "yyyy/m/d h:mm", 45078, "2023-06-01"},
        Case{"Time", "h:mm", 0.354166666666667, "08:30:00"},
        Case{"Elapsed", "[h]:mm:ss", 1.5, "36:00:00"}, Case{"Minutes", "mm:ss", 0.25, "06:00:00"},
        Case{"Mac", "yyyy-mm-dd", 43616, "2023-06-01", true},
        Case{"FirstDay", "yyyy-mm-dd", 1, "1900-01-01"},
        Case{"DayThatNeverWas", "yyyy-mm-dd", 60, "60"},
        Case{"DayAfterIt", "yyyy-mm-dd", 61, "1900-03-01"},
        Case{"BeforeTime", "yyyy-mm-dd", -2, "-2"},
        Case{"BeyondTime", "yyyy-mm-dd", 1e9, "1000000000"},
        Case{"RedIsNoDate", "[Red]0.0", 2.5, "2.5"},
        Case{"ScientificIsNoDate", "0.00E+00", 1500, "1500"}, Case{"Unclosed", "\"年", 3, "3"}),
    [](const auto& each) { return each.param.name; });

TEST(BuiltinFormat, KnowsChineseDates) {
  EXPECT_EQ(NumberFormat::builtin(14).show(45078, false), "2023-06-01");
  EXPECT_EQ(NumberFormat::builtin(31).show(45078, false), "2023-06-01");
  EXPECT_EQ(NumberFormat::builtin(57).show(45078, false), "2023-06");
  EXPECT_EQ(NumberFormat::builtin(0).show(45078, false), "45078");
}

}  // namespace
}  // namespace guidang::extract
