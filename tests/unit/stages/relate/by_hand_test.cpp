// SPDX-License-Identifier: GPL-3.0-or-later
// Ties that people set and take back.
#include "stages/relate/by_hand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "stages/relate/relate.h"
#include "tests/unit/stages/fake_set.h"

namespace guidang {
namespace {

using fake::Document;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(TieKind, NamesAndInversesAreUnique) {
  std::set<std::string_view> names;
  for (const TieKind& kind : kTieKinds) {
    EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
    if (kind.inverse == kind.name || kind.inverse.empty()) continue;
    EXPECT_TRUE(names.insert(kind.inverse).second) << kind.inverse;
  }
  EXPECT_EQ(find_tie_kind("knows"), nullptr);
}

TEST(TieKind, ATieHasOneForm) {
  const auto tie = tie_of("d2", "replies_to", "d1");
  EXPECT_EQ(tie, tie_of("d1", "replied_by", "d2"));
  EXPECT_EQ(field_of(*tie), "relation:replies_to:d1");
  EXPECT_EQ(tie_of("d2", "near_duplicate", "d1"),
            tie_of("d1", "near_duplicate", "d2"));
  EXPECT_FALSE(tie_of("d1", "cites", "d1"));
}

class RelateByHand : public testing::Test {
 protected:
  fake::Set set;
  fake::Said said;
  Document doc(const RecordId& id) { return Document(set.document(id)); }
  std::vector<std::string> relate() {
    said = fake::run(Relate{}, set);
    std::vector<std::string> list;
    for (const auto& [id, fact] : said.facts) {
      for (const Relation& tie : std::get<Relations>(fact).list) {
        list.push_back(id + " " + tie.kind + " " + tie.other);
      }
    }
    return list;
  }
};

TEST_F(RelateByHand, WhatIsTakenBackStaysAway) {
  doc("d1").number("甲〔2023〕1号");
  doc("d2").with("cited_numbers", {"甲〔2023〕1号"}).decide("relation:cites:d1", "no");
  EXPECT_THAT(relate(), IsEmpty());
}

TEST_F(RelateByHand, EitherSideMayTakeItBack) {
  doc("d1")
      .issued()
      .title("关于建设新馆的请示")
      .date("2023-01-01")
      .decide("relation:replied_by:d2", "no");
  doc("d2").received().title("关于同意建设新馆的批复").date("2023-02-01");
  EXPECT_THAT(relate(), IsEmpty());
}

TEST_F(RelateByHand, ATieIsSetOnBothSides) {
  doc("d1");
  doc("d2").decide("relation:replaces:d1", "yes");
  EXPECT_THAT(relate(), ElementsAre("d1 replaced_by d2", "d2 replaces d1"));
  EXPECT_EQ(said.find<Relations>("d2")->list.front().evidence, "人工关联 / set by 甲");
}

TEST_F(RelateByHand, ADuplicateByHandTakesNoFurtherPart) {
  doc("d1").place("a").file("x").number("甲〔2023〕1号");
  doc("d2").place("b").file("y").number("甲〔2023〕1号").decide("relation:duplicate_of:d1", "yes");
  EXPECT_THAT(relate(), ElementsAre("d2 duplicate_of d1"));
  EXPECT_THAT(said.codes(), IsEmpty());
}

TEST_F(RelateByHand, NeitherDuplicateOfTwoEverVanishes) {
  doc("d1").place("a").file("x").decide("relation:duplicate_of:d2", "yes");
  doc("d2").place("b").file("x");
  EXPECT_THAT(relate(), ElementsAre("d1 duplicate_of d2"));
  doc("d2").place("b").file("x").decide("relation:duplicate_of:d1", "yes");
  EXPECT_THAT(relate(), ElementsAre("d1 duplicate_of d2"));
  EXPECT_THAT(said.codes(), ElementsAre("REL-104 d2"));
}

TEST_F(RelateByHand, CirclesAndUnknownDocumentsAreRefused) {
  doc("d1").decide("relation:replaces:d3", "yes");
  doc("d2").decide("relation:replaces:d1", "yes");
  doc("d3").decide("relation:replaces:d2", "yes").decide("relation:cites:d9", "yes");
  EXPECT_THAT(relate(), ElementsAre("d1 replaced_by d2", "d1 replaces d3", "d2 replaces d1",
                                    "d3 replaced_by d1"));
  EXPECT_THAT(said.codes(), ElementsAre("REL-104 d3", "REL-104 d3"));
}

TEST_F(RelateByHand, AgainstTheDatesTheMachineAddsNothingBehind) {
  set.pages["t"] = {"《甲管理办法》（甲〔2020〕1号）同时废止。"};
  doc("d1")
      .title("甲管理办法")
      .number("甲〔2020〕1号")
      .date("2020-01-01")
      .decide("relation:replaces:d2", "yes");
  doc("d2").read("t").title("乙规定").date("2023-01-01");
  EXPECT_THAT(relate(), ElementsAre("d1 replaces d2", "d2 cites d1", "d2 replaced_by d1"));
}

}  // namespace
}  // namespace guidang
