// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/series.h"

#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "tests/unit/stages/fake_set.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang {
namespace {

const std::string kClasses =
    R"(<arrange><offices headings="承办部门"/>
       <class id="BGS" name="办公室"><fits office="秘书科"/></class>
       <class id="RSK" name="人事科"><fits title="任免"/></class></arrange>)";
const std::string kByOrgan = R"(<number pattern="{fonds}-WS·{year}-{period}-{organ}-{number:4}"/>)";
const std::string kByDirectory =
    R"(<arrange mode="volume"/><number pattern="{fonds}-{directory}-{volume:4}-{number:3}">
       <directory id="3" period="Y" years="2001-2003"/></number>)";

SeriesRule rule(const std::string& sections) {
  return {fake::profile_of(fake::kPeriods + sections), "X043"};
}

View item(const std::string& title, int year = 2002, const std::string& office = "",
          const std::string& period = "永久") {
  View document("d1", {});
  {
    fake::Document made(document);
    made.title(title);
  }
  Origin origin;
  if (!office.empty()) origin.given.push_back({.name = "承办部门", .value = office});
  document.put(origin);
  View view("i1", {});
  view.put(Item{.main = "d1", .parts = {{"d1", Role::main}}});
  view.put(std::vector<View>{document});
  view.put(Appraisal{.period = period});
  view.put(FilingYear{.year = year});
  return view;
}

/// The series, or the code of what stands against it.
std::string told(const SeriesRule& rule, const View& item) {
  Finding why;
  const auto series = rule.series(item, why);
  EXPECT_FALSE(series && !why.code.empty());
  EXPECT_TRUE(why.code.empty() || why.severity == Severity::hold);
  return series ? *series : why.code;
}

TEST(SeriesRule, TakesTheClassFromLedgerThenTitleThenNobody) {
  const SeriesRule by_organ = rule(kClasses + kByOrgan);
  EXPECT_EQ(told(by_organ, item("关于任免的通知", 2002, "秘书科")), "X043-WS·2002-Y-BGS-");
  EXPECT_EQ(told(by_organ, item("关于任免的通知")), "X043-WS·2002-Y-RSK-");
  EXPECT_EQ(told(by_organ, item("关于防汛的通知")), "ARR-102");
}

TEST(SeriesRule, APersonSaysTheClassByCodeOrName) {
  const SeriesRule by_organ = rule(kClasses + kByOrgan);
  View view = item("关于防汛的通知");
  view.put(Decisions{{"class", {.value = "人事科"}}});
  EXPECT_EQ(told(by_organ, view), "X043-WS·2002-Y-RSK-");
  view.put(Decisions{{"class", {.value = "BGS"}}});
  EXPECT_EQ(told(by_organ, view), "X043-WS·2002-Y-BGS-");
  view.put(Decisions{{"class", {.value = "财务科"}}});
  EXPECT_EQ(told(by_organ, view), "ARR-104");
}

TEST(SeriesRule, WithoutAPlaceInTheCodeClassesAreNotAskedFor) {
  EXPECT_EQ(told(rule(kClasses + fake::kNumber), item("关于防汛的通知")), "X043-WS·2002-Y-");
}

TEST(SeriesRule, TheDirectoryHoldsPeriodAndYear) {
  const SeriesRule by_directory = rule(kByDirectory);
  EXPECT_EQ(told(by_directory, item("甲", 2001)), "X043-3-");
  EXPECT_EQ(told(by_directory, item("甲", 2003)), "X043-3-");
  EXPECT_EQ(told(by_directory, item("甲", 2004)), "ARR-103");
  EXPECT_EQ(told(by_directory, item("甲", 2001, "", "30年")), "ARR-103");
  EXPECT_EQ(told(by_directory, item("甲", 2001, "", "15年")), "ARR-101");
}

TEST(SeriesRule, WaitsForYearAndPeriod) {
  const SeriesRule by_directory = rule(kByDirectory);
  View view = item("甲");
  view.put(FilingYear{});
  EXPECT_EQ(told(by_directory, view), "");
  view.put(FilingYear{.year = 2001});
  view.put(Appraisal{});
  EXPECT_EQ(told(by_directory, view), "");
  view.put(Appraisal{.filed = false, .period = "永久"});
  EXPECT_EQ(told(by_directory, view), "");
}

TEST(SeriesRule, ModeAndPatternAgree) {
  EXPECT_THROW(rule(std::string(R"(<arrange mode="volume"/>)") + fake::kNumber), Failure);
  EXPECT_THROW(rule(R"(<number pattern="{fonds}-{volume:4}-{number:3}"/>)"), Failure);
  EXPECT_THROW(rule(R"(<number pattern="{fonds}-{organ}-{number:4}"/>)"), Failure);
}

}  // namespace
}  // namespace guidang
