// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/verdict.h"

#include <gtest/gtest.h>

#include <ostream>
#include <vector>

#include "pipeline/view.h"

namespace guidang {
namespace {

struct Case {
  std::string name{};
  Grounds grounds{};
  std::vector<Finding> findings{};
  Decisions decisions{};
  Verdict expected = Verdict::accepted;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

Finding finding(Severity severity) { return {.code = "RTN-11", .severity = severity}; }
Decision yes(const std::string& value) { return {.value = value, .by = "甲", .why = "乙"}; }
Grounds whole() { return {.complete = true}; }

class VerdictTable : public ::testing::TestWithParam<Case> {};

TEST_P(VerdictTable, Holds) {
  Grounds grounds = GetParam().grounds;
  grounds.findings = GetParam().findings;
  grounds.decisions = &GetParam().decisions;
  EXPECT_EQ(to_text(verdict(grounds)), to_text(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    All, VerdictTable,
    ::testing::Values(
        Case{"CleanIsAccepted", whole(), {}, {}, Verdict::accepted},
        Case{"NotesAndWarningsChangeNothing",
             whole(),
             {finding(Severity::note), finding(Severity::warning)},
             {},
             Verdict::accepted},
        Case{"IncompleteIsHeld", {}, {}, {}, Verdict::held},
        Case{"AHoldHolds", whole(), {finding(Severity::hold)}, {}, Verdict::held},
        Case{"AWaivedHoldDoesNot",
             whole(),
             {finding(Severity::hold)},
             {{"waive:RTN-11", yes("yes")}},
             Verdict::accepted},
        Case{"AnotherWaiverDoesNotHelp",
             whole(),
             {finding(Severity::hold)},
             {{"waive:RTN-12", yes("yes")}},
             Verdict::held},
        Case{"AReturnIsOnlyProposed",
             whole(),
             {finding(Severity::give_back)},
             {},
             Verdict::return_proposed},
        Case{"AnApproverReturns",
             whole(),
             {finding(Severity::give_back)},
             {{"return", yes("approved")}},
             Verdict::returned},
        Case{"ARefusedReturnGoesOn",
             whole(),
             {finding(Severity::give_back)},
             {{"return", yes("refused")}},
             Verdict::accepted},
        Case{"OutsideTheScopeIsNotFiled",
             {.filed = false, .complete = true},
             {finding(Severity::hold)},
             {},
             Verdict::not_filed},
        Case{"ATwinIsADuplicate", {.duplicate = true}, {}, {}, Verdict::duplicate},
        Case{"UnlessAPersonSaysNo",
             {.duplicate = true, .complete = true},
             {},
             {{"duplicate", yes("no")}},
             Verdict::accepted},
        Case{"WithdrawnWinsOverAll",
             {.duplicate = true},
             {finding(Severity::give_back)},
             {{"withdraw", yes("yes")}},
             Verdict::withdrawn},
        Case{"AStubIsAStub", {.stub = true}, {}, {{"withdraw", yes("yes")}}, Verdict::stub}),
    [](const ::testing::TestParamInfo<Case>& row) { return row.param.name; });

TEST(VerdictOfAnItem, WithoutPeriodOrYearIsHeld) {
  View item("i1", {});
  item.put(Checks{});
  item.put(Appraisal{});
  item.put(FilingYear{.year = 2023});
  EXPECT_EQ(verdict(item), Verdict::held) << "待鉴定";
  item.put(Appraisal{.period = "永久"});
  EXPECT_EQ(verdict(item), Verdict::accepted);
  item.put(FilingYear{});
  EXPECT_EQ(verdict(item), Verdict::held) << "no date, never today";
}

}  // namespace
}  // namespace guidang
