// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/format_era.h"

#include <gtest/gtest.h>

namespace guidang::text {
namespace {

struct Case {
  const char* name = "";
  const char* date = "";
  const char* id = "";
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class DayOfADocument : public testing::TestWithParam<Case> {};
TEST_P(DayOfADocument, DecidesItsForm) {
  const FormatRules& rules = format_rules(format_era(parse_iso(GetParam().date).value()));
  EXPECT_EQ(rules.id, GetParam().id);
  EXPECT_EQ(format_era_of_id(GetParam().id), rules.era);
}

const Case kCases[] = {{"LongAgo", "1957-10-01", "before-2000"},
                       {"LastOf1999", "1999-12-31", "before-2000"},
                       {"FirstOf2000", "2000-01-01", "2000"},
                       {"LastOfTheOldStandard", "2012-06-30", "2000"},
                       {"FirstOfTheNewStandard", "2012-07-01", "2012"}};
INSTANTIATE_TEST_SUITE_P(, DayOfADocument, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string{test.param.name}; });

TEST(FormatEra, KeywordsEndWithTheNewStandard) {
  EXPECT_TRUE(format_rules(FormatEra::before_2000).keywords);
  EXPECT_TRUE(format_rules(FormatEra::y2000).keywords);
  EXPECT_FALSE(format_rules(FormatEra::y2012).keywords);
  EXPECT_FALSE(format_era_of_id("1066"));
}

}  // namespace
}  // namespace guidang::text
