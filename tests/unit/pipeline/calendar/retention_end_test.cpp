// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/calendar/retention_end.h"

#include <gtest/gtest.h>

#include <array>
#include <ostream>
#include <string>

#include "pipeline/failure.h"

namespace guidang {
namespace {

struct Case {
  std::string name;
  std::string period;
  std::optional<int> year;
  std::string end;  ///< "" = none
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class RetentionEnd : public ::testing::TestWithParam<Case> {};

TEST_P(RetentionEnd, IsTheLastDayOfTheYear) {
  const Case& c = GetParam();
  const auto end = retention_end(retention_term(c.period), c.year);
  EXPECT_EQ(end ? to_iso(*end) : "", c.end);
}

INSTANTIATE_TEST_SUITE_P(
    Periods, RetentionEnd,
    ::testing::Values(Case{"ThirtyYears", "30年", 2023, "2053-12-31"},
                      Case{"ByCode", "D10", 2023, "2033-12-31"},
                      Case{"OldAccounting", "15年", 1999, "2014-12-31"},
                      Case{"Permanent", "永久", 2023, ""}, Case{"PermanentCode", "Y", 2023, ""},
                      Case{"LongTermHasNoEnd", "长期", 1995, ""},
                      Case{"ShortTermHasNoEnd", "短期", 1995, ""},
                      Case{"AfterAnEvent", "报废清理后5年", 2020, ""},
                      Case{"NoYear", "30年", {}, ""}, Case{"ToBeAppraised", "", 2023, ""},
                      Case{"Nonsense", "三十年", 2023, ""}, Case{"Zero", "0年", 2023, ""},
                      Case{"Huge", "99999999999年", 2023, ""}, Case{"CodeOnly", "D", 2023, ""}),
    [](const auto& param) { return param.param.name; });

TEST(RetentionTerm, TellsAnEventFromASpan) {
  EXPECT_EQ(retention_term("报废清理后5年"),
            (RetentionTerm{.kind = RetentionTerm::Kind::after_event, .years = 5}));
}

TEST(RetentionYear, AccountingFilesCountFromTheirFiscalYear) {
  EXPECT_EQ(retention_year(true, 2021, "2020年度财务报告"), 2020);
  EXPECT_EQ(retention_year(true, 2021, "记账凭证"), std::nullopt);
  EXPECT_EQ(retention_year(false, 2021, "2020年度工作总结"), 2021);
}

constexpr std::array kLaws{
    OpeningLaw{Date{std::chrono::year{1988}, std::chrono::month{1}, std::chrono::day{1}}, 30},
    OpeningLaw{Date{std::chrono::year{2021}, std::chrono::month{1}, std::chrono::day{1}}, 25}};

std::string candidate(const std::string& made) {
  const auto day = opening_candidate(*parse_iso(made), kLaws);
  return day ? to_iso(*day) : "";
}

TEST(OpeningCandidate, FollowsTheLawOfItsDay) {
  EXPECT_EQ(candidate("1950-03-01"), "1988-01-01");
  EXPECT_EQ(candidate("1985-06-01"), "2015-06-01");
  EXPECT_EQ(candidate("1990-12-31"), "2020-12-31");
  EXPECT_EQ(candidate("1991-01-01"), "2021-01-01");
  EXPECT_EQ(candidate("1993-05-05"), "2021-01-01");
  EXPECT_EQ(candidate("1996-01-01"), "2021-01-01");
  EXPECT_EQ(candidate("1996-02-29"), "2021-02-28");
  EXPECT_EQ(candidate("2000-02-01"), "2025-02-01");
}

TEST(OpeningCandidate, WithoutALawThereIsNone) {
  EXPECT_EQ(opening_candidate(*parse_iso("1985-06-01"), {}), std::nullopt);
}

TEST(OpeningLaws, AreReadByDay) {
  const auto row = [](std::string from, std::string years) {
    return profile::Element{.name = "opening",
                            .attributes = {{"from", std::move(from)}, {"years", std::move(years)}},
                            .file = "p.xml",
                            .line = 2};
  };
  profile::Element section{.name = "appraise"};
  section.children = {row("2021-01-01", "25"), row("1988-01-01", "30")};
  const auto laws = read_opening_laws(section);
  ASSERT_EQ(laws.size(), 2U);
  EXPECT_EQ(laws.front().years, 30);
  section.children = {row("2021", "25")};
  EXPECT_THROW(static_cast<void>(read_opening_laws(section)), Failure);
  section.children = {row("2021-01-01", "0")};
  EXPECT_THROW(static_cast<void>(read_opening_laws(section)), Failure);
}

}  // namespace
}  // namespace guidang
