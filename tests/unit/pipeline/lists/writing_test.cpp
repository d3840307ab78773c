// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/writing.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::lists {
namespace {

struct Case {
  const char* name;
  const char* iso;
  const char* compact;
  const char* dots;
  const char* marks;
  const char* written;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.iso; }

class Dates : public ::testing::TestWithParam<Case> {};

TEST_P(Dates, AreWrittenAsTheFormAsks) {
  const Case& c = GetParam();
  EXPECT_EQ(short_date(c.iso, DateStyle::compact), c.compact);
  EXPECT_EQ(short_date(c.iso, DateStyle::dots), c.dots);
  EXPECT_EQ(short_date(c.iso, DateStyle::marks), c.marks);
  EXPECT_EQ(written_date(c.iso), c.written);
}

INSTANTIATE_TEST_SUITE_P(
    Writing, Dates,
    ::testing::Values(Case{"Day", "2006-02-14", "20060214", "2006.2.14", "2006、2、14、",
                           "2006年2月14日"},
                      Case{"Month", "2006-12", "200612", "2006.12", "2006、12、", "2006年12月"},
                      Case{"Year", "2006", "2006", "2006", "2006、", "2006年"},
                      Case{"Unknown", "", "", "", "", ""},
                      Case{"NoDate", "去年夏天", "去年夏天", "去年夏天", "去年夏天", "去年夏天"}),
    [](const auto& given) { return given.param.name; });

}  // namespace
}  // namespace guidang::lists
