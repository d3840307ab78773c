// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <set>

#include "pipeline/profile/profile.h"
#include "stages/check/check.h"
#include "stages/check/predicates/predicates.h"
#include "tests/unit/stages/check/make_item.h"

namespace guidang {
namespace {

using enum RuleResult;

const Profile& tutorial() {
  static const Profile kProfile = Profile::load(GUIDANG_SOURCE_DIR, "tutorial");
  return kProfile;
}

/// What the stage says of one rule.
RuleResult result(const std::string& rule, const tests::Draft& draft) {
  static const Check kStage{tutorial()};
  Findings findings;
  const std::optional<Fact> fact = kStage.run(draft.item(), findings);
  const auto& checks = std::get<Checks>(*fact);
  const auto it = checks.others.find(rule);
  return it == checks.others.end() ? pass : it->second;
}

TEST(Rules, EveryPredicateIsCitedAndEveryRuleHasOne) {
  std::set<std::string> cited;
  std::set<std::string> ids;
  const check::Rules rules = check::Rules::load(tutorial());
  for (const check::Rule& rule : rules.list()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id << " twice";
    EXPECT_NE(rule.predicate.empty(), rule.by.empty()) << rule.id;
    EXPECT_FALSE(rule.severities.empty()) << rule.id;
    EXPECT_FALSE(rule.hint_zh.empty() || rule.hint_en.empty()) << rule.id;
    EXPECT_FALSE(rule.why_zh.empty() || rule.why_en.empty()) << rule.id;
    if (!rule.predicate.empty()) cited.insert(rule.predicate);
  }
  for (const check::Predicate& predicate : check::predicates()) {
    EXPECT_TRUE(cited.contains(std::string{predicate.name})) << predicate.name;
  }
}

struct DayCase {
  std::string name;
  std::string date;
  std::string received;
  RuleResult expected = pass;
};
void PrintTo(const DayCase& c, std::ostream* out) { *out << c.name; }

class WorkingDays : public ::testing::TestWithParam<DayCase> {};

TEST_P(WorkingDays, MoreThanFifteenFail) {
  const DayCase& c = GetParam();
  tests::Draft draft;
  draft.set("date", c.date).set("received", c.received);
  EXPECT_EQ(result("RTN-11", draft), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, WorkingDays,
    ::testing::Values(DayCase{"SameDay", "2023-08-30", "2023-08-30", pass},
                      DayCase{"FifteenInSeptember", "2023-08-30", "2023-09-20", pass},
                      DayCase{"SixteenInSeptember", "2023-08-30", "2023-09-21", fail},
                      DayCase{"FifteenOverNationalDay", "2023-09-15", "2023-10-12", pass},
                      DayCase{"SixteenOverNationalDay", "2023-09-15", "2023-10-13", fail},
                      DayCase{"FifteenOverNationalDay2025", "2025-09-26", "2025-10-23", pass},
                      DayCase{"SixteenOverNationalDay2025", "2025-09-26", "2025-10-24", fail},
                      DayCase{"SpringFestival", "2024-02-08", "2024-02-21", pass},
                      DayCase{"BeforeTheCalendar", "2005-03-01", "2005-06-01", not_checkable},
                      DayCase{"BehindTheCalendar", "2026-12-01", "2027-02-01", not_checkable},
                      DayCase{"ReceivedBeforeMade", "2023-08-30", "2023-08-01", not_checkable}),
    [](const auto& param) { return param.param.name; });

TEST(RuleResults, WithoutADateNothingIsPassed) {
  tests::Draft draft;
  draft.unset("date");
  EXPECT_EQ(result("RTN-11", draft), not_checkable);
  EXPECT_EQ(result("FMT-213", draft), not_checkable);
  EXPECT_EQ(result("FMT-212", draft), not_applicable);
  EXPECT_EQ(result("GW-03", draft), not_checkable) << "its era is not known";
  EXPECT_EQ(result("FMT-211", draft), fail);
}

TEST(RuleResults, DateThatIsNoDayIsFoundInTheText) {
  tests::Draft draft;
  draft.unset("date");
  draft.pages = {"2023年2月30日前报送\n　　　石桥镇人民政府\n　　　2023年2月30日\n"};
  EXPECT_EQ(result("FMT-212", draft), fail);
  EXPECT_EQ(result("FMT-211", draft), not_applicable) << "one finding is enough";
  draft.pages = {"2023年2月30日前报送\n"};
  EXPECT_EQ(result("FMT-212", draft), not_applicable);
  EXPECT_EQ(result("FMT-211", draft), fail);
}

TEST(RuleResults, EraIsThatOfTheDocument) {
  tests::Draft draft;
  draft.description.fields["document_number"].original = "石政[2023]9号";
  EXPECT_EQ(result("FMT-202", draft), fail);
  draft.set("date", "1999-12-31");
  EXPECT_EQ(result("FMT-202", draft), not_applicable);
  draft.set("date", "2000-01-01");
  EXPECT_EQ(result("FMT-202", draft), fail);
}

TEST(RuleResults, BareFileSaysNothingOfDirection) {
  tests::Draft draft;
  draft.origin.direction = Direction::unknown;
  draft.unset("received");
  EXPECT_EQ(result("RTN-11", draft), not_checkable);
  draft.set("received", "2023-07-06");
  EXPECT_EQ(result("RTN-11", draft), pass) << "what has a receiving date was received";
}

TEST(RuleResults, UnreadableTextIsNoFlaw) {
  tests::Draft draft;
  draft.text.components.front().state = TextState::failed;
  draft.description.fields["attachments"] = {.values = {"收支表"}, .source = "ledger"};
  EXPECT_EQ(result("RTN-12", draft), not_checkable);
  EXPECT_EQ(result("FMT-214", draft), not_checkable);
  Findings findings;
  static_cast<void>(Check{tutorial()}.run(draft.item(), findings));
  EXPECT_TRUE(findings.empty()) << "ledger and sidecar give title and date: nothing to hold";
}

TEST(RuleResults, AttachmentsBoundBehindTheTextCount) {
  tests::Draft draft;
  draft.description.fields["attachments"] = {.values = {"收支表", "说明"}, .source = "1:9"};
  draft.pages = {"正文\n附件：1. 收支表\n　　　2. 说明\n", "附 件 1\n收支表\n", "附件2\n说明\n"};
  EXPECT_EQ(result("RTN-12", draft), pass);
  draft.pages.pop_back();
  EXPECT_EQ(result("RTN-12", draft), fail);
}

TEST(RuleResults, HandlingSlipAloneIsForAPerson) {
  tests::Draft draft;
  draft.components.list.push_back({.role = Role::handling_slip, .digest = "s"});
  EXPECT_EQ(result("CMP-03", draft), person);
  draft.set("handling", "已办结");
  EXPECT_EQ(result("CMP-03", draft), pass);
}

TEST(RuleResults, PaperIsNotCalledIncomplete) {
  tests::Draft draft;
  draft.origin.direction = Direction::issued;
  draft.origin.paper_only = true;
  draft.components.list.clear();
  EXPECT_EQ(result("CMP-03", draft), not_checkable);
}

TEST(RuleResults, ReplyAnswersARequest) {
  tests::Draft draft;
  draft.set("doctype", "请示").set("title", "关于防汛经费的请示");
  EXPECT_EQ(result("CMP-05", draft), fail);
  draft.relations.list.push_back({.kind = "replied_by", .other = "d2"});
  EXPECT_EQ(result("CMP-05", draft), pass);
  draft.relations.list.clear();
  draft.origin.given.push_back({.name = "批示", .value = "已口头答复", .source = "ledger"});
  EXPECT_EQ(result("CMP-05", draft), pass) << "a ledger column of no field counts";
}

TEST(RuleResults, APersonsValueIsNotDoubted) {
  tests::Draft draft;
  draft.description.fields["title"].source = "person";
  draft.description.fields["title"].confidence = 1.0;
  draft.description.fields["title"].rivals = {
      {.values = {"别的标题"}, .source = "1:5", .confidence = 0.5}};
  draft.description.fields["document_number"].source = "person";
  draft.description.fields["document_number"].original = "石政[2023]9号";
  EXPECT_EQ(result("FMT-224", draft), pass);
  EXPECT_EQ(result("FMT-231", draft), pass);
  EXPECT_EQ(result("FMT-202", draft), not_applicable);
}

TEST(RuleResults, UnnumberedPaperNeedsNoKindInItsTitle) {
  tests::Draft draft;
  draft.unset("document_number").set("title", "志愿服务倡议书").unset("doctype");
  EXPECT_EQ(result("FMT-222", draft), not_applicable);
  EXPECT_EQ(result("FMT-223", draft), not_applicable);
}

TEST(CheckStage, SaysProfilePassesAndTheSameEveryTime) {
  const Check stage{tutorial()};
  tests::Draft draft;
  Findings first;
  Findings second;
  const auto a = std::get<Checks>(*stage.run(draft.item(), first));
  const auto b = std::get<Checks>(*stage.run(draft.item(), second));
  EXPECT_EQ(a.profile, "tutorial 1");
  EXPECT_GT(a.passed, 5U);
  EXPECT_EQ(a.others, b.others);
  EXPECT_TRUE(first.empty());
  EXPECT_EQ(stage.settings(), Check{tutorial()}.settings());
  EXPECT_NE(stage.settings(), Check{Profile::load(GUIDANG_SOURCE_DIR, "national")}.settings());
}

TEST(CheckStage, NationalProfileLeavesLocalRulesOff) {
  const check::Rules rules = check::Rules::load(Profile::load(GUIDANG_SOURCE_DIR, "national"));
  EXPECT_FALSE(rules.find("RTN-11")->on);
  EXPECT_FALSE(rules.find("RTN-14")->on);
  EXPECT_TRUE(rules.find("GW-03")->on);
}

}  // namespace
}  // namespace guidang
