// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/itemise/itemise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/stages/fake_set.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang {
namespace {

using fake::Document;
using testing::ElementsAre;
using testing::IsEmpty;

class ItemiseTest : public testing::Test {
 protected:
  fake::Set set;
  fake::Said said;

  Document doc(const RecordId& id) { return Document(set.document(id)); }
  void tie(const RecordId& id, const std::string& kind, const RecordId& other,
           Role role = Role::main) {
    Relations relations;
    if (const auto* old = set.document(id).find<Relations>()) relations = *old;
    relations.list.push_back({.kind = kind, .other = other, .role = role, .evidence = "seen"});
    set.document(id).put(relations);
  }
  /// "d1: d2 d1 d3" an item: its main document, its parts in order.
  std::vector<std::string> itemise(const std::string& section = "") {
    said = fake::run(Itemise(fake::profile_of(section)), set);
    std::vector<std::string> list;
    for (const auto& [id, fact] : said.facts) {
      const Item& item = std::get<Item>(fact);
      EXPECT_EQ(id, item_id(item.main));
      std::string line = item.main + ":";
      for (const ItemPart& part : item.parts) line += " " + part.document;
      list.push_back(line);
    }
    std::sort(list.begin(), list.end());
    return list;
  }
};

TEST_F(ItemiseTest, EveryDocumentAloneIsAnItem) {
  doc("d1");
  doc("d2");
  EXPECT_THAT(itemise(), ElementsAre("d1: d1", "d2: d2"));
}

TEST_F(ItemiseTest, PartsStandInTheOrderOfTheStandard) {
  doc("d1").date("2023-05-01");
  for (const char* id : {"d2", "d3", "d4", "d5", "d6"}) doc(id).date("2023-01-01");
  tie("d2", "version_of", "d1", Role::final_draft);
  tie("d3", "version_of", "d1", Role::approval_form);
  tie("d4", "attachment_of", "d1", Role::attachment);
  tie("d5", "version_of", "d1", Role::handling_slip);
  tie("d6", "version_of", "d2", Role::draft);
  EXPECT_THAT(itemise(), ElementsAre("d1: d5 d1 d4 d3 d2 d6"));
}

TEST_F(ItemiseTest, DuplicatesAndWithdrawnHaveNoItem) {
  doc("d1");
  doc("d2");
  doc("d3").decide("withdraw", "yes");
  doc("d4").decide("duplicate", "no");
  tie("d2", "duplicate_of", "d1");
  tie("d4", "duplicate_of", "d1");
  EXPECT_THAT(itemise(), ElementsAre("d1: d1", "d4: d4"));
}

TEST_F(ItemiseTest, QuestionAndAnswerAreTwoItemsUnlessTheProfileJoinsThem) {
  doc("d1").date("2023-03-01");
  doc("d2").date("2023-04-01");
  doc("d3").date("2023-03-01");
  tie("d1", "replied_by", "d2");
  tie("d2", "replies_to", "d1", Role::reply);
  tie("d3", "attachment_of", "d1", Role::attachment);
  EXPECT_THAT(itemise(), ElementsAre("d1: d1 d3", "d2: d2"));
  EXPECT_THAT(itemise(R"(<arrange replies="joined"/>)"), ElementsAre("d2: d2 d1 d3"));
  const Item& item = std::get<Item>(said.facts.begin()->second);
  EXPECT_EQ(item.parts[0].role, Role::reply);
  EXPECT_EQ(item.parts[1].role, Role::main);
}

TEST_F(ItemiseTest, PeopleMergeAndSplit) {
  doc("d1");
  doc("d2").decide("merge", "d1");
  doc("d3").decide("split", "yes");
  tie("d3", "version_of", "d1", Role::draft);
  EXPECT_THAT(itemise(), ElementsAre("d1: d1 d2", "d3: d3"));
  EXPECT_THAT(said.codes(), IsEmpty());
}

TEST_F(ItemiseTest, MergingInACircleIsHeld) {
  doc("d1").decide("merge", "d2");
  doc("d2").decide("merge", "d3");
  doc("d3").decide("merge", "d1");
  doc("d4").decide("merge", "d1");
  doc("d5").decide("merge", "d5");
  EXPECT_THAT(itemise(), ElementsAre("d1: d1 d4", "d2: d2", "d3: d3", "d5: d5"));
  EXPECT_THAT(said.codes(), ElementsAre("ITM-102 d1", "ITM-102 d2", "ITM-102 d3", "ITM-102 d5"));
}

TEST_F(ItemiseTest, MergingWithWhatHasNoItemIsHeld) {
  doc("d1").decide("merge", "d9");
  doc("d2").decide("merge", "d3");
  doc("d3").decide("withdraw", "yes");
  EXPECT_THAT(itemise(), ElementsAre("d1: d1", "d2: d2"));
  EXPECT_THAT(said.codes(), ElementsAre("ITM-103 d1", "ITM-103 d2"));
  EXPECT_EQ(said.findings.front().second.severity, Severity::hold);
}

TEST_F(ItemiseTest, ALatePartOfASealedItemStandsAlone) {
  doc("d1");
  set.document("d1").put_sealed(true);
  doc("d2");
  doc("d3");
  tie("d2", "version_of", "d1", Role::draft);
  tie("d3", "attachment_of", "d2", Role::attachment);
  EXPECT_THAT(itemise(), ElementsAre("d2: d2 d3"));
  EXPECT_THAT(said.codes(), ElementsAre("ITM-101 d2"));
  EXPECT_EQ(said.findings.front().second.severity, Severity::note);
}

TEST_F(ItemiseTest, APinnedItemKeepsItsParts) {
  doc("d1");
  doc("d2");
  doc("d3");
  doc("d4").decide("withdraw", "yes");
  tie("d3", "version_of", "d1", Role::draft);
  View& item = set.item(item_id("d1"));
  item.put(
      Item{.main = "d1", .parts = {{"d1", Role::main}, {"d2", Role::copy}, {"d4", Role::copy}}});
  item.put(Decisions{{"pin", {.value = "yes"}}});
  EXPECT_THAT(itemise(), ElementsAre("d1: d1 d2", "d3: d3"));
  EXPECT_THAT(said.codes(), ElementsAre("ITM-101 d3"));
}

TEST_F(ItemiseTest, LongChainsTakeLittleTime) {
  for (int i = 0; i < 20'000; ++i) {
    const RecordId id = "d" + std::to_string(i);
    doc(id);
    if (i > 0) tie(id, "attachment_of", "d" + std::to_string(i - 1), Role::attachment);
  }
  said = fake::run(Itemise(fake::profile_of("")), set);
  ASSERT_EQ(said.facts.size(), 1U);
  EXPECT_EQ(std::get<Item>(said.facts.begin()->second).parts.size(), 20'000U);
}

}  // namespace
}  // namespace guidang
