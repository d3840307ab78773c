// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/appraise.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/unit/stages/appraise/papers.h"

namespace guidang {
namespace {

const Appraise& tutorial() {
  static const Appraise kStage{Profile::load(GUIDANG_SOURCE_DIR, "tutorial")};
  return kStage;
}
const Appraise& national() {
  static const Appraise kStage{Profile::load(GUIDANG_SOURCE_DIR, "national")};
  return kStage;
}

struct Case {
  std::string name;
  Paper paper;
  std::string rule;  ///< "" = 待鉴定
  std::string period;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class TutorialTable : public ::testing::TestWithParam<Case> {};

TEST_P(TutorialTable, DecidesByTheFirstRowThatFits) {
  const Case& c = GetParam();
  Findings findings;
  const Appraisal appraisal = appraised(tutorial(), item_of(c.paper), findings);
  EXPECT_EQ(appraisal.rule, c.rule);
  EXPECT_EQ(appraisal.period, c.period);
  EXPECT_EQ(appraisal.filed, !c.rule.starts_with("X"));
  EXPECT_EQ(findings.empty(), !c.rule.empty());
  EXPECT_EQ(appraisal.opening, "");
}

const std::string kOwn = "云溪县人民政府办公室";

INSTANTIATE_TEST_SUITE_P(
    Rows, TutorialTable,
    ::testing::Values(
        Case{"SuperiorMainLine",
             {kIn, kCity, "通知", "关于做好2023年政务服务重点工作的通知"},
             "5.3",
             "30年"},
        Case{"SuperiorImportant",
             {kIn, kCity, "通知", "关于加强重要档案抢救工作的通知"},
             "5.2",
             "永久"},
        Case{"SuperiorOther", {kIn, kCity, "通知", "关于做好春季造林的通知"}, "5.4", "10年"},
        Case{"SuperiorReply", {kIn, kCity, "批复", "关于同意列为试点的批复"}, "5.1", "永久"},
        Case{"SuperiorHoliday", {kIn, kCity, "通知", "关于2023年端午节放假的通知"}, "X1", ""},
        Case{"SuperiorForReading",
             {kIn, kCity, "通知", "关于某事的通知", "普发，不需贯彻执行"},
             "X2",
             ""},
        Case{"CountyCommittee",
             {kIn, "中共云溪县委办公室", "通知", "关于报送大事记资料的通知"},
             "6.1",
             "30年"},
        Case{"CountyCongress",
             {kIn, "云溪县人大常委会办公室", "函", "关于转送代表建议的函"},
             "6.2",
             "10年"},
        Case{"SubordinateRequest",
             {kIn, "云溪县水利局", "请示", "关于解决抢修经费的请示"},
             "7.2",
             "30年"},
        Case{"SubordinateWeightyReport",
             {kIn, "石桥镇人民政府", "报告", "关于重大险情的报告"},
             "7.1",
             "永久"},
        Case{"SubordinateReport",
             {kIn, "柳林乡人民政府", "报告", "关于政务公开情况的报告"},
             "7.3",
             "10年"},
        Case{"Society", {kIn, "雲溪旅港同鄉聯誼會", "函", "關於組團回鄉考察的函"}, "8.1", "10年"},
        Case{"SocietyWithoutKind", {kIn, "青溪市青年志愿者协会", "", "志愿服务倡议书"}, "", ""},
        Case{"OwnRules", {kOut, kOwn, "通知", "关于印发公文处理办法的通知"}, "2.1", "永久"},
        Case{"OwnYearReport",
             {kOut, kOwn, "报告", "关于2022年度政务公开工作情况的报告"},
             "3.4",
             "永久"},
        Case{"OwnHalfYearReport", {kOut, kOwn, "报告", "关于上半年工作情况的报告"}, "3.3", "10年"},
        Case{"OwnImportantRequest",
             {kOut, kOwn, "请示", "关于列为数字档案室建设试点的请示"},
             "3.2",
             "永久"},
        Case{"OwnRequest", {kOut, kOwn, "请示", "关于承办现场会的请示"}, "3.5", "30年"},
        Case{"OwnNotice", {kOut, kOwn, "通知", "关于做好汛期值班值守工作的通知"}, "4.3", "30年"},
        Case{"OwnHoliday", {kOut, kOwn, "通知", "关于国庆节放假的通知"}, "4.4", "10年"},
        Case{"OwnLetter", {kOut, kOwn, "函", "关于协助提供档案的复函"}, "4.5", "10年"},
        Case{"NotPassed", {kOut, kOwn, "通知", "关于印发未通过的暂行办法的通知"}, "1.1", "10年"},
        Case{"NoTitle", {kIn, kCity, "", ""}, "", ""},
        Case{"UnknownSenderOfNotice", {kIn, "远方", "通知", "关于某事的通知"}, "", ""},
        Case{"UnknownDirection", {Direction::unknown, kCity, "通知", "关于某事的通知"}, "", ""}),
    [](const auto& param) { return param.param.name; });

TEST(Appraise, RowIsCitedAndPeriodHasItsCode) {
  Findings findings;
  const Appraisal appraisal =
      appraised(tutorial(), item_of({kIn, kCity, "批复", "关于同意某事的批复"}), findings);
  EXPECT_EQ(appraisal.code, "Y");
  EXPECT_EQ(appraisal.citation, "一(五)1");
}

TEST(Appraise, WithoutARowItIsHeld) {
  Findings findings;
  static_cast<void>(
      appraised(tutorial(), item_of({kIn, "远方", "通知", "关于某事的通知"}), findings));
  ASSERT_EQ(findings.list().size(), 1U);
  const Finding& finding = findings.list().front();
  EXPECT_EQ(finding.code, "APR-101");
  EXPECT_EQ(finding.severity, Severity::hold);
  EXPECT_EQ(finding.expected, "永久, 30年, 10年");
}

TEST(Appraise, NationalTableSuggestsAndNeverDecides) {
  Findings findings;
  const Appraisal appraisal =
      appraised(national(), item_of({kOut, "", "会议纪要", "县政府常务会议纪要"}), findings);
  EXPECT_EQ(appraisal.period, "");
  EXPECT_EQ(appraisal.suggestion, "永久（国家档案局令第8号附件 2.1）");
  ASSERT_EQ(findings.list().size(), 1U);
  EXPECT_EQ(findings.list().front().found,
            "国家表仅供参考 / the national table suggests: 永久（国家档案局令第8号附件 2.1）");
}

TEST(Appraise, UncertainRowsOfTheNationalTableAreNotShown) {
  Findings findings;
  const Appraisal appraisal =
      appraised(national(), item_of({kOut, "", "通知", "关于给予某某处分的通知"}), findings);
  EXPECT_EQ(appraisal.suggestion, "");
  EXPECT_EQ(findings.list().size(), 1U);
}

TEST(Appraise, DecidedPeriodLeavesNothingToSay) {
  for (const std::string value : {"30年", "D30"}) {
    Findings findings;
    const Appraisal appraisal = appraised(national(),
                                          item_of({kIn, "远方", "通知", "关于某事的通知"},
                                                  {{"period", {.value = value, .by = "林××"}}}),
                                          findings);
    EXPECT_EQ(appraisal.period, "30年");
    EXPECT_EQ(appraisal.code, "D30");
    EXPECT_TRUE(findings.empty());
  }
}

TEST(Appraise, DecidedPeriodOutsideTheTableIsHeld) {
  Findings findings;
  const Appraisal appraisal = appraised(tutorial(),
                                        item_of({kIn, "远方", "通知", "关于某事的通知"},
                                                {{"period", {.value = "七年", .by = "林××"}}}),
                                        findings);
  EXPECT_EQ(appraisal.code, "");
  ASSERT_EQ(findings.list().size(), 1U);
  EXPECT_EQ(findings.list().front().code, "APR-102");
}

TEST(Appraise, PeriodOfAnotherEraStaysAndIsNamed) {
  Findings findings;
  const Appraisal appraisal = appraised(tutorial(),
                                        item_of({kIn, kCity, "批复", "关于同意某事的批复"},
                                                {{"period", {.value = "长期", .by = "林××"}}}),
                                        findings);
  EXPECT_EQ(appraisal.period, "长期");
  EXPECT_EQ(appraisal.code, "");
  ASSERT_EQ(findings.list().size(), 2U);
  EXPECT_EQ(findings.list()[0].code, "APR-105");
  EXPECT_EQ(findings.list()[0].citations, std::vector<std::string>{"国档发〔1987〕27号"});
  EXPECT_EQ(findings.list()[1].code, "APR-104");
}

TEST(Appraise, WhatTheTableSaysOtherwiseIsANote) {
  Findings findings;
  const Appraisal appraisal = appraised(tutorial(),
                                        item_of({kIn, kCity, "批复", "关于同意某事的批复"},
                                                {{"period", {.value = "10年", .by = "林××"}}}),
                                        findings);
  EXPECT_EQ(appraisal.period, "10年");
  ASSERT_EQ(findings.list().size(), 1U);
  EXPECT_EQ(findings.list().front().code, "APR-104");
  EXPECT_EQ(findings.list().front().severity, Severity::note);
  EXPECT_EQ(findings.list().front().expected, "永久（5.1 一(五)1）");
}

View given(const Paper& paper, const std::string& period, Decisions decisions = {}) {
  View item = item_of(paper, std::move(decisions));
  View document = item.parts().front();
  Origin origin = document.get<Origin>();
  origin.given = {{.name = "保管期限", .value = period, .source = "ledger", .where = "收文.csv:3"}};
  document.put(origin);
  item.put(std::vector<View>{document});
  return item;
}

struct GivenCase {
  std::string name;
  std::string value;
  std::string period;
  std::string code;
  bool filed = true;
  std::vector<std::string> findings{};
};
void PrintTo(const GivenCase& c, std::ostream* out) { *out << c.name; }

class GivenPeriods : public ::testing::TestWithParam<GivenCase> {};

TEST_P(GivenPeriods, StayWhateverTheTableSays) {
  const GivenCase& c = GetParam();
  Findings findings;
  const Appraisal appraisal =
      appraised(tutorial(), given({kIn, kCity, "批复", "关于同意某事的批复"}, c.value), findings);
  EXPECT_EQ(appraisal.period, c.period);
  EXPECT_EQ(appraisal.code, c.code);
  EXPECT_EQ(appraisal.filed, c.filed);
  EXPECT_EQ(appraisal.rule, "given");
  EXPECT_EQ(appraisal.citation, "收文.csv:3");
  std::vector<std::string> codes;
  for (const Finding& each : findings.list()) codes.push_back(each.code);
  EXPECT_EQ(codes, c.findings);
}

INSTANTIATE_TEST_SUITE_P(
    Values, GivenPeriods,
    ::testing::Values(GivenCase{"Same", "永久", "永久", "Y"},
                      GivenCase{"Other", "30年", "30年", "D30", true, {"APR-104"}},
                      GivenCase{"InWords", "定期（30年）", "30年", "D30", true, {"APR-104"}},
                      GivenCase{"OtherEra", "长期", "长期", "", true, {"APR-105", "APR-104"}},
                      GivenCase{"Odd", "很久", "很久", "", true, {"APR-102", "APR-104"}},
                      GivenCase{"NotFiled", "不归档", "", "", false, {"APR-104"}}),
    [](const auto& param) { return param.param.name; });

TEST(Appraise, DecisionGoesBeforeWhatIsGiven) {
  Findings findings;
  const Appraisal appraisal = appraised(tutorial(),
                                        given({kIn, kCity, "批复", "关于同意某事的批复"}, "30年",
                                              {{"period", {.value = "永久", .by = "林××"}}}),
                                        findings);
  EXPECT_EQ(appraisal.period, "永久");
  EXPECT_TRUE(findings.empty());
}

/// They are laid over on reading: so a decision after the seal amends nothing.
TEST(Appraise, SaysNothingOfOpeningAndControl) {
  Findings findings;
  const Appraisal appraisal =
      appraised(tutorial(),
                item_of({kIn, kCity, "批复", "关于同意某事的批复"},
                        {{"opening", {.value = "controlled"}}, {"control", {.value = "rights"}}}),
                findings);
  EXPECT_EQ(appraisal.opening, "");
  EXPECT_EQ(appraisal.control, "");
}

TEST(Appraise, PersonDecidesWhetherItIsFiled) {
  const Paper holiday{kIn, kCity, "通知", "关于2023年端午节放假的通知"};
  Findings findings;
  const Appraisal kept =
      appraised(tutorial(), item_of(holiday, {{"filed", {.value = "yes"}}}), findings);
  EXPECT_TRUE(kept.filed);
  EXPECT_EQ(kept.rule, "5.4");
  const Appraisal dropped = appraised(
      tutorial(), item_of({kIn, "远方", "通知", "某通知"}, {{"filed", {.value = "no"}}}), findings);
  EXPECT_FALSE(dropped.filed);
  EXPECT_TRUE(findings.empty());
}

TEST(Appraise, SettingsFollowTableAndOrgans) {
  const Profile profile = Profile::load(GUIDANG_SOURCE_DIR, "tutorial");
  EXPECT_EQ(Appraise(profile, organs::load(profile)).settings(), tutorial().settings());
  EXPECT_NE(Appraise(profile, organs::load(profile, {.own_name = "远方"})).settings(),
            tutorial().settings());
  EXPECT_NE(national().settings(), tutorial().settings());
}

}  // namespace
}  // namespace guidang
