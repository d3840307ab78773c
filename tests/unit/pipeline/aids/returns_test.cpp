// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_returns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/pipeline/aids/office_items.h"

namespace guidang::lists {
namespace {

using test::Doc;
using test::ItemOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Finding asks_return(const std::string& code, const std::string& found,
                    std::vector<std::string> citations = {}) {
  return {.code = code,
          .severity = Severity::give_back,
          .found = found,
          .citations = std::move(citations)};
}

std::optional<ReturnCase> one_case(const ItemOf& item) {
  const Profile profile = test::national();
  Office office{.profile = profile};
  office.backing.code_title = [](std::string_view code) { return "规则" + std::string(code); };
  const auto one = return_case(item.view(), office);
  return one ? std::optional(unpack_return(pack(*one))) : std::nullopt;
}

std::vector<std::string> ticked(const ItemOf& item) {
  const auto one = one_case(item);
  if (!one) return {"no slip"};
  std::vector<std::string> list;
  for (const TickedReason& reason : tick_list(AidSettings::load(test::national()), *one)) {
    if (reason.ticked) list.push_back(reason.id + " " + reason.evidence);
  }
  return list;
}

TEST(ReturnSlip, HasTheTwelveReasons) {
  const auto list = tick_list(AidSettings::load(test::national()), {});
  ASSERT_EQ(list.size(), 12U);
  EXPECT_EQ(list[0].id, "1");
  EXPECT_EQ(list[11].text, "附件资料不全");
}

TEST(ReturnSlip, IsTickedByTheFindingThatAsksForTheReturn) {
  EXPECT_THAT(ticked(ItemOf(Doc("d1")).finds(asks_return("RTN-12", "1 个附件"))),
              ElementsAre("12 规则RTN-12：1 个附件［RTN-12］"));
}

TEST(ReturnSlip, IsTickedByARuleThatSawTheSame) {
  EXPECT_THAT(ticked(ItemOf(Doc("d1")).finds(
                  asks_return("GW-99", "越过县政府", {"条例 第十四条", "RTN-06"}))),
              ElementsAre("6 规则GW-99：越过县政府［GW-99］"));
}

TEST(ReturnSlip, NamesWhatNoReasonCovers) {
  EXPECT_THAT(ticked(ItemOf(Doc("d1")).finds(asks_return("RTN-14", "主送 2 个机关"))),
              ElementsAre(" 规则RTN-14：主送 2 个机关［RTN-14］"));
}

TEST(ReturnSlip, SpeaksChinese) {
  EXPECT_THAT(
      ticked(ItemOf(Doc("d1")).finds(asks_return("RTN-11", "27 个工作日 / 27 working days"))),
      ElementsAre("11 规则RTN-11：27 个工作日［RTN-11］"));
}

TEST(ReturnSlip, KeepsWhatStandsBehindTheEnglish) {
  Finding late = asks_return("RTN-11", "2 个主送 / recipients: 云溪县人民政府");
  late.expected = "不超过 / at most 15";
  EXPECT_THAT(ticked(ItemOf(Doc("d1")).finds(late)),
              ElementsAre("11 规则RTN-11：2 个主送：云溪县人民政府（应为：不超过 15）［RTN-11］"));
}

TEST(ReturnSlip, LeavesOutWaivedFindings) {
  EXPECT_THAT(ticked(ItemOf(Doc("d1"))
                         .finds(asks_return("RTN-12", "a"))
                         .finds(asks_return("RTN-11", "b"))
                         .decides("waive:RTN-12", "yes")),
              ElementsAre("11 规则RTN-11：b［RTN-11］"));
}

TEST(ReturnSlip, IsOnlyForWhatIsToBeReturned) {
  EXPECT_FALSE(one_case(ItemOf(Doc("d1"))));
  EXPECT_FALSE(one_case(ItemOf(Doc("d1")).finds({.code = "RTN-12", .severity = Severity::note})));
  EXPECT_FALSE(
      one_case(ItemOf(Doc("d1")).finds(asks_return("RTN-12", "a")).decides("return", "refused")));
}

TEST(ReturnSlip, BearsItsApprover) {
  const auto one = one_case(ItemOf(Doc("d1").with("title", "请示"))
                                .finds(asks_return("RTN-12", "a"))
                                .decides("return", "approved", "请补齐附件后重报。"));
  ASSERT_TRUE(one);
  EXPECT_TRUE(one->approved);
  EXPECT_EQ(one->approved_by, "周主任");
  EXPECT_EQ(one->approved_on, "2023-05-01");
  EXPECT_EQ(one->why, "请补齐附件后重报。");
}

}  // namespace
}  // namespace guidang::lists
