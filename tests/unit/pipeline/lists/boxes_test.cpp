// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/boxes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace guidang::lists {
namespace {

using ::testing::ElementsAre;

BoxRule rule() {
  BoxRule rule;
  rule.binding = 0;
  rule.fill = 100;
  rule.spines = {20, 50};
  return rule;
}

ListRow row(const std::string& series, std::uint32_t number, std::optional<std::uint64_t> pages,
            const std::string& period = "永久") {
  ListRow made;
  made.series = series;
  made.number = number;
  made.code = series + std::to_string(number);
  made.pages = pages;
  made.period = period;
  return made;
}

/// "series box: first–last, spine" of each box.
std::vector<std::string> fill(const BoxRule& rule, const std::vector<ListRow>& rows) {
  std::vector<std::string> boxes;
  BoxFiller filler(rule, [&](const Box& box) {
    boxes.push_back(std::to_string(box.number) + ": " + box.holds.first + "–" + box.holds.last +
                    ", " + std::to_string(box.spine));
  });
  for (const ListRow& one : rows) filler.add(one);
  filler.finish();
  return boxes;
}

TEST(Boxes, AreFilledByThicknessAndTheLastIsTheNarrowestThatHolds) {
  EXPECT_THAT(fill(rule(), {row("A-", 1, 300), row("A-", 2, 200), row("A-", 3, 1)}),
              ElementsAre("1: A-1–A-2, 50", "2: A-3–A-3, 20"));
}

TEST(Boxes, NeverMixSeriesOrPeriods) {
  EXPECT_THAT(fill(rule(), {row("A-", 1, 1), row("A-", 2, 1, "10年"), row("B-", 1, 1)}),
              ElementsAre("1: A-1–A-1, 20", "2: A-2–A-2, 20", "1: B-1–B-1, 20"));
}

TEST(Boxes, WhatFollowsLaterMovesNothing) {
  std::vector<ListRow> rows{row("A-", 1, 400), row("A-", 2, 300)};
  const auto before = fill(rule(), rows);
  rows.push_back(row("A-", 3, 400));
  const auto after = fill(rule(), rows);
  EXPECT_EQ(after.front(), before.front());
  EXPECT_THAT(after, ElementsAre("1: A-1–A-1, 50", "2: A-2–A-2, 50", "3: A-3–A-3, 50"));
}

TEST(Boxes, AnItemThickerThanAnyHasOneOfItsOwn) {
  EXPECT_THAT(fill(rule(), {row("A-", 1, 1), row("A-", 2, 9'000), row("A-", 3, 1)}),
              ElementsAre("1: A-1–A-1, 20", "2: A-2–A-2, 50", "3: A-3–A-3, 20"));
}

TEST(Boxes, UnknownPagesAreTakenForTheProfilesNumber) {
  BoxRule with = rule();
  with.unknown_pages = 300;
  EXPECT_THAT(fill(with, {row("A-", 1, 300), row("A-", 2, std::nullopt)}),
              ElementsAre("1: A-1–A-1, 50", "2: A-2–A-2, 50"));
}

TEST(Boxes, TwoFacesShareASheetButItemsDoNot) {
  BoxRule with = rule();
  with.faces = 2;
  with.binding = 300;
  EXPECT_EQ(with.thickness(3, 1), 2U * 100 + 300);
}

}  // namespace
}  // namespace guidang::lists
