// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/case_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace guidang::arrange {
namespace {

struct Case {
  std::string name{};
  std::vector<CaseMember> members{};
  std::vector<std::uint32_t> expected{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class CaseOrder : public testing::TestWithParam<Case> {};

TEST_P(CaseOrder, IsThatOfTheStandard) {
  EXPECT_EQ(order_case(GetParam().members), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, CaseOrder,
    testing::Values(
        Case{"Nothing", {}, {}}, Case{"OneQuestionByDate", {{"3"}, {"1"}, {"2"}}, {1, 2, 0}},
        Case{"EqualKeysStay", {{"1"}, {"1"}}, {0, 1}},
        Case{"ReplyBeforeRequest", {{"1", false, {}}, {"2", false, {0}}}, {1, 0}},
        Case{"RequestRightBehindItsReply", {{"1"}, {"5", false, {0}}, {"6"}}, {1, 0, 2}},
        Case{"OlderOnesStillComeFirst", {{"2"}, {"5", false, {0}}, {"1"}}, {2, 1, 0}},
        Case{"ForwardingBeforeForwarded", {{"2", false, {1}}, {"1"}}, {0, 1}},
        Case{"BehindBothReplies",
             {{"1"}, {"2", false, {0}}, {"4", false, {0}}, {"3"}},
             {1, 3, 2, 0}},
        Case{"ChainOfForwardings", {{"1"}, {"2", false, {0}}, {"3", false, {1}}}, {2, 1, 0}},
        Case{"SeveralRequestsByDate", {{"3"}, {"1"}, {"5", false, {0, 1}}}, {2, 1, 0}},
        Case{"ConclusionBeforeEvidence", {{"1", true}, {"2"}, {"3", true}}, {1, 0, 2}},
        Case{"EvidenceThatAnswersComesLast", {{"1", true}, {"2", false, {0}}, {"3"}}, {1, 2, 0}},
        Case{"TieGoesBeforeEvidence", {{"1", true, {1}}, {"2"}}, {0, 1}},
        Case{"CircleIsBroken", {{"2", false, {1}}, {"1", false, {0}}}, {1, 0}}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace guidang::arrange
