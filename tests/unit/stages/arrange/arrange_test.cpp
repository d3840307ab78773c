// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/arrange.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "pipeline/number/former_codes.h"
#include "tests/unit/stages/fake_set.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ArrangeTest : public testing::Test {
 protected:
  fake::Set set;
  fake::Said said;

  View& add(const RecordId& id, const std::string& date, const std::string& number = "",
            const std::string& title = "", const std::string& period = "永久") {
    View document("d" + id, {});
    {
      fake::Document made(document);
      made.date(date).title(title);
      if (!number.empty()) made.number(number);
    }
    View& item = set.item(id);
    item.put(Item{.main = document.id(), .parts = {{document.id(), Role::main}}});
    item.put(std::vector<View>{document});
    item.put(Checks{});
    item.put(Appraisal{.period = period});
    item.put(FilingYear{.year = std::stoi(date.substr(0, 4))});
    return item;
  }
  std::vector<std::string> arrange() {
    said = fake::run(Arrange(fake::office(), "J001"), set);
    std::vector<std::pair<std::string, RecordId>> order;
    for (const auto& [id, fact] : said.facts) {
      const auto& place = std::get<Placement>(fact);
      order.emplace_back(
          place.series + (place.position < 10 ? "0" : "") + std::to_string(place.position), id);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::string> list;
    for (const auto& [key, id] : order) list.push_back(key + " " + id);
    return list;
  }
};

TEST_F(ArrangeTest, SeriesAreYearAndPeriod) {
  add("i1", "2023-01-01");
  add("i2", "2023-01-01", "", "", "30年");
  add("i3", "2022-01-01");
  EXPECT_THAT(arrange(), ElementsAre("J001-WS·2022-Y-01 i3", "J001-WS·2023-D30-01 i2",
                                     "J001-WS·2023-Y-01 i1"));
}

TEST_F(ArrangeTest, OrderIsDateNumberTitle) {
  add("i1", "2023-02-01", "甲〔2023〕10号");
  add("i2", "2023-02-01", "甲〔2023〕9号");
  add("i3", "2023-02-01", "", "乙");
  add("i4", "2023-01-31", "甲〔2023〕11号");
  add("i5", "2023-02-01", "", "");
  add("i6", "2023-02-01", "甲〔2022〕99号");
  EXPECT_THAT(arrange(),
              ElementsAre("J001-WS·2023-Y-01 i4", "J001-WS·2023-Y-02 i6", "J001-WS·2023-Y-03 i2",
                          "J001-WS·2023-Y-04 i1", "J001-WS·2023-Y-05 i3", "J001-WS·2023-Y-06 i5"));
}

TEST_F(ArrangeTest, OnlyAcceptedUnsealedItemsHaveAPlace) {
  add("i1", "2023-01-01").put_sealed(true);
  add("i2", "2023-01-01").put(std::vector<Finding>{{.code = "X-1", .severity = Severity::hold}});
  add("i3", "2023-01-01").put(Appraisal{.filed = false});
  add("i4", "2023-01-01").put(Decisions{{"withdraw", {.value = "yes"}}});
  add("i5", "2023-01-01").put(FilingYear{});
  EXPECT_THAT(arrange(), IsEmpty());
}

TEST_F(ArrangeTest, ADecidedPeriodFindsItsCode) {
  add("i1", "2023-01-01").put(Appraisal{.period = "10年", .code = "Y", .rule = "person"});
  EXPECT_THAT(arrange(), ElementsAre("J001-WS·2023-D10-01 i1"));
}

TEST_F(ArrangeTest, APeriodWithoutCodeIsHeldAlsoTheSecondTime) {
  View& item = add("i1", "2023-01-01", "", "", "15年");
  EXPECT_THAT(arrange(), IsEmpty());
  EXPECT_THAT(said.codes(), ElementsAre("ARR-101 i1"));
  item.put(std::vector<Finding>{said.findings.front().second});
  EXPECT_THAT(arrange(), IsEmpty());
  EXPECT_THAT(said.codes(), ElementsAre("ARR-101 i1"));
}

TEST_F(ArrangeTest, WhatATableLackedIsPlacedAsSoonAsItHasIt) {
  View& item = add("i1", "2023-01-01");
  item.put(std::vector<Finding>{{.code = "ARR-101", .severity = Severity::hold}});
  EXPECT_THAT(arrange(), ElementsAre("J001-WS·2023-Y-01 i1"));
}

TEST_F(ArrangeTest, APlaceIsOneWithinItsYearWhereASeriesHoldsSeveral) {
  const Profile profile = fake::profile_of(
      std::string(R"(<number pattern="{fonds}-{period}-{number:4}"/>)") + fake::kPeriods);
  add("i1", "2022-01-01");
  add("i2", "2023-01-01").put(Decisions{{std::string(kPlaceDecision), {.value = "2"}}});
  add("i3", "2023-02-01").put(Decisions{{std::string(kPlaceDecision), {.value = "1"}}});
  said = fake::run(Arrange(profile, "J001"), set);
  std::map<RecordId, std::uint64_t> positions;
  for (const auto& [id, fact] : said.facts) positions[id] = std::get<Placement>(fact).position;
  EXPECT_EQ(positions, (std::map<RecordId, std::uint64_t>{{"i1", 1}, {"i3", 2}, {"i2", 3}}));
}

TEST(ArrangeProfile, IsRefusedWhenItCannotBeUsed) {
  const std::string rest = fake::kPeriods;
  for (const std::string& section :
       {std::string(R"(<arrange mode="volume"/>)") + fake::kNumber,
        std::string(R"(<arrange order="size"/>)") + fake::kNumber,
        std::string(R"(<number pattern="{fonds}-{organ}-{number:4}"/>)"), std::string()}) {
    EXPECT_THROW(Arrange(fake::profile_of(section + rest), "J001"), Failure) << section;
  }
  EXPECT_THROW(Arrange(fake::office(), "J 001"), Failure);
}

}  // namespace
}  // namespace guidang
