// SPDX-License-Identifier: GPL-3.0-or-later
// What comes of a flaw depends on why the batch came in and on who made the document.
#include <gtest/gtest.h>

#include <ostream>

#include "stages/check/check.h"
#include "tests/unit/stages/check/make_item.h"

namespace guidang {
namespace {

const Check& stage() {
  static const Check kStage{Profile::load(GUIDANG_SOURCE_DIR, "tutorial")};
  return kStage;
}

struct Case {
  std::string name;
  std::string rule;
  Purpose purpose = Purpose::filing;
  Direction direction = Direction::received;
  std::string creator;
  Severity expected = Severity::note;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class RuleSeverity : public ::testing::TestWithParam<Case> {};

tests::Draft flawed(const std::string& rule) {
  tests::Draft draft;
  if (rule == "RTN-11") draft.set("received", "2023-09-04");
  if (rule == "RTN-14") {
    draft.set("doctype", "请示").set("title", "关于防汛经费的请示").set("handling", "已电话答复");
    draft.description.fields["recipients"].values = {"云溪县人民政府", "云溪县水利局"};
  }
  if (rule == "FMT-202") draft.description.fields["document_number"].original = "石政[2023]9号";
  if (rule == "FMT-211") draft.unset("date");
  return draft;
}

TEST_P(RuleSeverity, IsAsTheTableSays) {
  const Case& c = GetParam();
  tests::Draft draft = flawed(c.rule);
  draft.origin.purpose = c.purpose;
  draft.origin.direction = c.direction;
  draft.set("creator", c.creator);
  Findings findings;
  static_cast<void>(stage().run(draft.item(), findings));
  std::vector<Finding> told;
  for (const Finding& finding : findings.list()) {
    if (finding.code == c.rule) told.push_back(finding);
  }
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(to_text(told.front().severity), to_text(c.expected));
}

constexpr auto kIn = Purpose::incoming;
constexpr auto kFile = Purpose::filing;
constexpr auto kGot = Direction::received;
constexpr auto kMade = Direction::issued;
constexpr auto kBack = Severity::give_back;

INSTANTIATE_TEST_SUITE_P(
    Matrix, RuleSeverity,
    ::testing::Values(
        Case{"SubordinateIncomingIsReturned", "RTN-11", kIn, kGot, "柳林乡人民政府", kBack},
        Case{"DepartmentIncomingIsReturned", "RTN-11", kIn, kGot, "云溪县水利局", kBack},
        Case{"SocietyIncomingIsReturned", "RTN-11", kIn, kGot, "青溪市青年志愿者协会", kBack},
        Case{"SuperiorIncomingIsNoted", "RTN-11", kIn, kGot, "青溪市人民政府办公室",
             Severity::note},
        Case{"PeerIncomingIsNoted", "RTN-11", kIn, kGot, "平湖县人民政府办公室", Severity::note},
        Case{"SubordinateFilingIsNoted", "RTN-11", kFile, kGot, "柳林乡人民政府", Severity::note},
        Case{"UnknownSenderOfReportIsSubordinate", "RTN-11", kIn, kGot, "远方", kBack},
        Case{"RequestToManyIncoming", "RTN-14", kIn, kGot, "云溪县水利局", kBack},
        Case{"RequestToManyFiling", "RTN-14", kFile, kGot, "云溪县水利局", Severity::note},
        Case{"OwnRequestToMany", "RTN-14", kFile, kMade, "云溪县人民政府办公室", Severity::note},
        Case{"FormOfSubordinateIsWarned", "FMT-202", kIn, kGot, "石桥镇人民政府",
             Severity::warning},
        Case{"FormWhenFilingIsNoted", "FMT-202", kFile, kMade, "云溪县人民政府办公室",
             Severity::note},
        Case{"NoDateHoldsAnybody", "FMT-211", kIn, kGot, "青溪市人民政府", Severity::hold},
        Case{"NoDateHoldsOwn", "FMT-211", kFile, kMade, "云溪县人民政府办公室", Severity::hold}),
    [](const auto& param) { return param.param.name; });

TEST(RuleFindings, RulesOfOnePredicateGiveOneFinding) {
  tests::Draft draft = flawed("RTN-14");
  Findings findings;
  static_cast<void>(stage().run(draft.item(), findings));
  ASSERT_EQ(findings.list().size(), 1U);
  const Finding& finding = findings.list().front();
  EXPECT_EQ(finding.code, "RTN-14");
  const std::vector<std::string> citations{"云溪县人民政府办公室收文初审规定（教程）第三条(二)",
                                           "GW-03", "党政机关公文处理工作条例 第十五条(一)"};
  EXPECT_EQ(finding.citations, citations);
  EXPECT_EQ(finding.path, "收文/1.txt");
  EXPECT_EQ(finding.place, "1:3");
  EXPECT_EQ(finding.found, "2 个主送 / recipients: 云溪县人民政府，云溪县水利局");
}

}  // namespace
}  // namespace guidang
