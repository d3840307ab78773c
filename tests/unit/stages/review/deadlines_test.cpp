// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/deadlines.h"

#include <gmock/gmock.h>

#include <sstream>

namespace guidang::review {
namespace {

using ::testing::ElementsAre;

profile::Element row(std::string name, std::map<std::string, std::string, std::less<>> attributes) {
  return {.name = std::move(name), .attributes = std::move(attributes)};
}

profile::Element section() {
  profile::Element all{.name = "deadlines"};
  all.children = {row("filing", {{"month", "6"}, {"day", "30"}}),
                  row("transfer", {{"id", "city"}, {"levels", "prefecture"}, {"years", "20"}}),
                  row("transfer", {{"id", "county"}, {"levels", "county"}, {"years", "10"}}),
                  row("transfer", {{"id", "electronic"}, {"years", "5"}})};
  return all;
}

WorkingCalendar calendar() {
  return WorkingCalendar::load(std::filesystem::path(GUIDANG_SOURCE_DIR) /
                               "templates/calendar/cn.tsv");
}

std::vector<Deadline> deadlines(std::string_view level, int year, std::string_view as_of) {
  return deadlines_of(section(), calendar(), level, year, parse_iso(as_of).value());
}

std::vector<std::string> days(const std::vector<Deadline>& all) {
  std::vector<std::string> list;
  for (const Deadline& one : all) {
    list.push_back(one.id + " " + to_iso(one.due) + " " + std::to_string(one.days_left));
  }
  return list;
}

TEST(Deadlines, StandInOrderOfTheirDays) {
  EXPECT_THAT(
      days(deadlines("county", 2023, "2024-06-29")),
      ElementsAre("filing 2024-06-30 1", "electronic 2028-12-31 1646", "county 2033-12-31 3472"));
}

TEST(Deadlines, OfEveryLevelWhenTheOfficeHasNone) {
  EXPECT_EQ(deadlines("", 2023, "2024-01-01").size(), 4U);
}

TEST(Deadlines, CountWorkingDaysInsideTheCalendar) {
  const Deadline filing = deadlines("county", 2023, "2024-06-27").front();
  EXPECT_EQ(filing.working_days_left, 1);
  EXPECT_FALSE(filing.estimated);
  // 30 June 2024 is a Sunday.
  ASSERT_TRUE(filing.last_working_day);
  EXPECT_EQ(to_iso(*filing.last_working_day), "2024-06-28");
}

TEST(Deadlines, AreEstimatedOutsideTheCalendar) {
  const Deadline hand_over = deadlines("county", 2023, "2024-01-01").back();
  EXPECT_TRUE(hand_over.estimated);
  EXPECT_FALSE(hand_over.working_days_left);
  EXPECT_FALSE(hand_over.last_working_day);
}

TEST(Deadlines, ThatPassedHaveNoDaysLeft) {
  const Deadline filing = deadlines("county", 2023, "2024-07-10").front();
  EXPECT_EQ(filing.days_left, -10);
  EXPECT_FALSE(filing.working_days_left);
  EXPECT_FALSE(filing.estimated);
}

}  // namespace
}  // namespace guidang::review
