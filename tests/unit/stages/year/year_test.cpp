// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/year/year.h"

#include <gtest/gtest.h>

#include "stages/year/title_year.h"
#include "tests/unit/stages/fake_set.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang {
namespace {

struct Case {
  std::string name;
  std::string date;
  std::string title;
  std::string decided;
  std::optional<int> by_date;
  std::optional<int> by_content;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class YearOf : public testing::TestWithParam<Case> {
 protected:
  [[nodiscard]] std::optional<int> year(const std::string& section) const {
    View document("d1", {});
    {
      fake::Document made(document);
      if (!GetParam().date.empty()) made.date(GetParam().date);
      made.title(GetParam().title);
    }
    View item("i1", {});
    item.put(Item{.main = "d1", .parts = {{"d1", Role::main}}});
    item.put(std::vector<View>{document});
    if (!GetParam().decided.empty()) item.put(Decisions{{"year", {.value = GetParam().decided}}});
    Findings findings;
    const auto fact = Year(fake::profile_of(section)).run(item, findings);
    EXPECT_EQ(findings.empty(), fact.has_value());
    if (!fact) {
      EXPECT_EQ(findings.list().front().code, "YR-101");
      EXPECT_EQ(findings.list().front().severity, Severity::hold);
      return std::nullopt;
    }
    return std::get<FilingYear>(*fact).year;
  }
};

TEST_P(YearOf, FollowsTheProfile) {
  EXPECT_EQ(year(R"(<year rule="signed"/>)"), GetParam().by_date);
  EXPECT_EQ(year(R"(<year rule="content"/>)"), GetParam().by_content);
}

INSTANTIATE_TEST_SUITE_P(
    Items, YearOf,
    testing::Values(
        Case{"Notice", "2023-01-12", "关于做好2022年工作的通知", "", 2023, 2023},
        Case{"SummaryLooksBack", "2023-01-12", "2022年工作总结", "", 2022 + 1, 2022},
        Case{"BudgetLooksAhead", "2022-12-28", "2023年度部门预算", "", 2022, 2023},
        Case{"SummaryOfSeveralYears", "2023-02-01", "2021年至2022年工作总结", "", 2023, 2022},
        Case{"PlanOfSeveralYears", "2020-12-01", "2021-2025年档案事业发展规划", "", 2020, 2021},
        Case{"ChineseDigits", "2023-02-01", "二〇二二年度决算", "", 2023, 2022},
        Case{"ContentWithoutYear", "2023-02-01", "财务决算", "", 2023, 2023},
        Case{"NoDate", "", "关于放假的通知", "", std::nullopt, std::nullopt},
        Case{"NoDateButContent", "", "2022年统计年报", "", std::nullopt, 2022},
        Case{"ImpossibleDate", "2023-02-30", "函", "", std::nullopt, std::nullopt},
        Case{"Decided", "", "函", "2021", 2021, 2021},
        Case{"DecidedNonsense", "2023-02-01", "函", "last", 2023, 2023}));

TEST(TitleYear, LeavesNumbersAlone) {
  EXPECT_EQ(year_of_title("转发青政〔2021〕3号文件"), std::nullopt);
  EXPECT_EQ(year_of_title("关于2023个项目"), std::nullopt);
  EXPECT_EQ(year_of_title("12023年"), std::nullopt);
  EXPECT_EQ(year_of_title(""), std::nullopt);
}

}  // namespace
}  // namespace guidang
