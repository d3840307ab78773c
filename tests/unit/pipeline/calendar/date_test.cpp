// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/calendar/date.h"

#include <gtest/gtest.h>

namespace guidang {
namespace {

TEST(IsoDate, IsReadExactly) {
  EXPECT_EQ(to_iso(*parse_iso("2006-04-14")), "2006-04-14");
  EXPECT_EQ(to_iso(*parse_iso("2024-02-29")), "2024-02-29");
  for (const char* const text : {"", "2006-4-14", "2006-04-14 ", "2006/04/14", "2023-02-29",
                                 "2006-00-01", "2006-13-01", "+006-04-14", "2006-04-1x"}) {
    EXPECT_FALSE(parse_iso(text)) << text;
  }
}

TEST(DateArithmetic, CountsNaturalDays) {
  const Date day = *parse_iso("2023-12-31");
  EXPECT_EQ(to_iso(add_days(day, 1)), "2024-01-01");
  EXPECT_EQ(to_iso(add_days(day, -31)), "2023-11-30");
  EXPECT_EQ(days_between(day, *parse_iso("2024-03-01")), 61);
  EXPECT_EQ(days_between(*parse_iso("2024-03-01"), day), -61);
  EXPECT_EQ(to_iso(add_years(*parse_iso("2024-02-29"), 1)), "2025-02-28");
  EXPECT_EQ(to_iso(add_years(*parse_iso("2024-02-29"), 4)), "2028-02-29");
}

TEST(DateArithmetic, KnowsWhichDaysExist) {
  EXPECT_FALSE(make_date(2006, 2, 30));
  EXPECT_FALSE(make_date(2006, 0, 1));
  EXPECT_FALSE(make_date(2006, 1, 257));
  EXPECT_FALSE(make_date(-1, 1, 1));
  EXPECT_TRUE(make_date(2006, 12, 31));
}

}  // namespace
}  // namespace guidang
