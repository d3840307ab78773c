// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <ostream>

namespace guidang::arrange {
namespace {

struct Case {
  std::string name{};
  VolumeLimits limits{};
  std::vector<CaseSize> cases{};
  std::vector<std::size_t> expected{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Split : public testing::TestWithParam<Case> {};

TEST_P(Split, BeginsVolumesWhereTheyAreFull) {
  EXPECT_EQ(split(GetParam().cases, GetParam().limits), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Split,
    testing::Values(
        Case{"Nothing", {.pages = 10}, {}, {}}, Case{"NoLimit", {}, {{1000, 1000}, {1, 1}}, {0}},
        Case{"ExactlyFull", {.pages = 10}, {{4, 1}, {6, 1}, {1, 1}}, {0, 2}},
        Case{"ByItems", {.items = 2}, {{0, 1}, {0, 1}, {0, 1}}, {0, 2}},
        Case{"ACaseIsNeverSplit", {.items = 2}, {{0, 1}, {0, 5}, {0, 1}}, {0, 1, 2}},
        Case{"UnknownPagesCountForNothing", {.pages = 5}, {{0, 9}, {5, 1}, {1, 1}}, {0, 2}},
        Case{"TheSmallerLimitHolds", {.pages = 100, .items = 1}, {{1, 1}, {1, 1}}, {0, 1}}),
    [](const auto& test) { return test.param.name; });

TEST(Filler, SaysWhenACaseIsTooLarge) {
  Filler filler({.pages = 10});
  EXPECT_TRUE(filler.add({.pages = 11, .items = 1}));
  EXPECT_TRUE(filler.overfull());
  EXPECT_TRUE(filler.add({.pages = 10, .items = 1}));
  EXPECT_FALSE(filler.overfull());
}

TEST(PageCounter, CountsThroughAndNeverGuesses) {
  PageCounter counter;
  EXPECT_EQ(counter.add(3), (PageRange{1, 3}));
  EXPECT_EQ(counter.add(1), (PageRange{4, 4}));
  EXPECT_EQ(counter.add(0), PageRange{});
  EXPECT_EQ(counter.add(2), PageRange{});
}

TEST(PageCounter, GoesOnBehindASealedVolume) {
  EXPECT_EQ(PageCounter(12).add(2), (PageRange{13, 14}));
  EXPECT_EQ(PageCounter(12, false).add(2), PageRange{});
  EXPECT_EQ(PageCounter(std::numeric_limits<std::uint32_t>::max()).add(1), PageRange{});
}

}  // namespace
}  // namespace guidang::arrange
