// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/calendar/working_calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <sstream>

#include "pipeline/failure.h"

namespace guidang {
namespace {

Date day(const char* iso) { return parse_iso(iso).value(); }

const WorkingCalendar& china() {
  static const WorkingCalendar calendar =
      WorkingCalendar::load(GUIDANG_SOURCE_DIR "/templates/calendar/cn.tsv");
  return calendar;
}

struct DueCase {
  const char* start;
  int count;
  const char* due;
};
void PrintTo(const DueCase& c, std::ostream* out) { *out << c.start << " + " << c.count; }

class DueDay : public testing::TestWithParam<DueCase> {};

TEST_P(DueDay, SkipsHolidays) {
  const DueCase& c = GetParam();
  const auto due = china().add_working_days(day(c.start), c.count);
  ASSERT_TRUE(due);
  EXPECT_EQ(to_iso(*due), c.due);
  EXPECT_EQ(china().working_days_between(day(c.start), *due), c.count);
}

INSTANTIATE_TEST_SUITE_P(
    China, DueDay,
    testing::Values(DueCase{"2023-09-15", 15, "2023-10-12"}, DueCase{"2023-09-28", 3, "2023-10-09"},
                    DueCase{"2024-02-08", 5, "2024-02-21"}, DueCase{"2024-09-30", 2, "2024-10-09"},
                    DueCase{"2025-01-24", 7, "2025-02-10"}, DueCase{"2025-04-30", 3, "2025-05-08"},
                    DueCase{"2025-09-26", 15, "2025-10-23"}, DueCase{"2026-02-12", 3, "2026-02-24"},
                    DueCase{"2026-09-24", 1, "2026-09-28"}, DueCase{"2022-12-30", 1, "2023-01-03"},
                    DueCase{"2024-12-31", 1, "2025-01-02"}, DueCase{"2020-01-23", 5, "2020-02-07"},
                    DueCase{"2006-12-31", 1, "2007-01-04"}));

TEST(WorkingCalendar, CountsFromTheDayAfter) {
  EXPECT_EQ(china().working_days_between(day("2023-08-30"), day("2023-09-20")), 15);
  EXPECT_EQ(china().working_days_between(day("2023-08-30"), day("2023-09-21")), 16);
  EXPECT_EQ(china().working_days_between(day("2023-08-30"), day("2023-08-30")), 0);
  EXPECT_FALSE(china().working_days_between(day("2023-08-30"), day("2023-08-29")));
}

struct YearCase {
  int year;
  int days;
};
void PrintTo(const YearCase& c, std::ostream* out) { *out << c.year; }

class WorkingYear : public testing::TestWithParam<YearCase> {};

TEST_P(WorkingYear, HasItsDays) {
  const auto& [year, days] = GetParam();
  EXPECT_EQ(china().working_days_between(*make_date(year - 1, 12, 31), *make_date(year, 12, 31)),
            days);
}

INSTANTIATE_TEST_SUITE_P(China, WorkingYear,
                         testing::Values(YearCase{2019, 250}, YearCase{2020, 249},
                                         YearCase{2021, 250}, YearCase{2022, 249},
                                         YearCase{2023, 249}, YearCase{2024, 251},
                                         YearCase{2025, 248}, YearCase{2026, 248}));

TEST(WorkingCalendar, KnowsDaysThatAnotherYearsNoticeSet) {
  EXPECT_EQ(china().is_working_day(day("2018-12-29")), true);
  EXPECT_EQ(china().is_working_day(day("2018-12-31")), false);
  EXPECT_EQ(china().is_working_day(day("2022-12-31")), false);
  EXPECT_EQ(china().is_working_day(day("2011-12-31")), true);
  EXPECT_EQ(china().is_working_day(day("2007-12-31")), false);
  EXPECT_EQ(china().is_working_day(day("2020-01-31")), false);
}

TEST(WorkingCalendar, SaysNothingOutsideTheTable) {
  EXPECT_FALSE(china().is_working_day(day("2006-12-29")));
  EXPECT_FALSE(china().is_working_day(day("2027-01-04")));
  EXPECT_FALSE(china().working_days_between(day("2006-12-29"), day("2007-01-10")));
  EXPECT_FALSE(china().working_days_between(day("2026-12-20"), day("2027-01-10")));
  EXPECT_FALSE(china().add_working_days(day("2026-12-31"), 1));
  EXPECT_FALSE(china().add_working_days(day("2026-12-01"), 2'000'000'000));
  EXPECT_FALSE(china().add_working_days(day("2023-09-15"), -1));
  EXPECT_FALSE(china().covers(Date{}));
}

TEST(WorkingCalendar, RollsTheLastDayOfAPeriodForward) {
  EXPECT_EQ(to_iso(*china().roll_forward(day("2023-10-01"))), "2023-10-07");
  EXPECT_EQ(to_iso(*china().roll_forward(day("2023-10-09"))), "2023-10-09");
  EXPECT_FALSE(china().roll_forward(day("2030-01-01")));
}

struct BadTable {
  const char* name;
  const char* table;
  const char* message;
};
void PrintTo(const BadTable& c, std::ostream* out) { *out << c.name; }

class MalformedTable : public testing::TestWithParam<BadTable> {};

TEST_P(MalformedTable, NamesItsLine) {
  std::istringstream table(GetParam().table);
  try {
    (void)WorkingCalendar::read(table, "cn.tsv");
    FAIL() << "was accepted";
  } catch (const Failure& failure) {
    EXPECT_STREQ(failure.what(), GetParam().message);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Calendar, MalformedTable,
    testing::Values(BadTable{"NoCover", "# only\n", "cn.tsv:1: no \"covers\" line before the end"},
                    BadTable{"CoverLate", "2007-01-01\toff\tx\n",
                             "cn.tsv:1: not \"covers\", first day, last day"},
                    BadTable{"CoverTurned", "covers\t2008-01-01\t2007-01-01\n",
                             "cn.tsv:1: \"covers\" needs two days, the earlier first"},
                    BadTable{"CoverHuge", "covers\t0001-01-01\t9999-01-01\n",
                             "cn.tsv:1: covers more than 200 years"},
                    BadTable{"TwoFields", "covers\t2007-01-01\t2007-12-31\n\n2007-01-01\toff\n",
                             "cn.tsv:3: not three fields: date, off or work, name"},
                    BadTable{"NoDay", "covers\t2007-01-01\t2007-12-31\n2007-02-30\toff\tx\n",
                             "cn.tsv:2: no date: 2007-02-30"},
                    BadTable{"NoKind", "covers\t2007-01-01\t2007-12-31\n2007-02-03\tfree\tx\n",
                             "cn.tsv:2: neither off nor work: free"},
                    BadTable{
                        "Twice",
                        "covers\t2007-01-01\t2007-12-31\n2007-02-03\toff\tx\n2007-02-03\twork\tx\n",
                        "cn.tsv:3: dates do not rise"},
                    BadTable{"Outside", "covers\t2007-01-01\t2007-12-31\n2008-02-03\toff\tx\n",
                             "cn.tsv:2: outside the days covered"}),
    [](const auto& i) { return std::string(i.param.name); });

TEST(WorkingCalendar, MissingFileIsAFailure) {
  EXPECT_THROW((void)WorkingCalendar::load("/nowhere/cn.tsv"), Failure);
}

}  // namespace
}  // namespace guidang
