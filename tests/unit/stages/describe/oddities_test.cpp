// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

struct Case {
  const char* name = "";
  std::string text{};
  const char* code = "";
  std::vector<std::string> shown{};  ///< each somewhere in what was found
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class NamesWhatIsOdd : public testing::TestWithParam<Case> {};
TEST_P(NamesWhatIsOdd, WithItsPlace) {
  const Described described = describe_text(GetParam().text);
  const Finding finding = described.finding(GetParam().code);
  ASSERT_EQ(finding.code, GetParam().code) << testing::PrintToString(described.codes());
  for (const std::string& part : GetParam().shown) EXPECT_THAT(finding.found, HasSubstr(part));
  EXPECT_EQ(finding.place.empty(), GetParam().shown.empty());
}

const std::string kRules =
    "第一条　为加强管理，制定本制度。\n第二条　各科室应当遵照执行。\n第三条　本制度自印发之日起施行"
    "。\n";

std::string document(const std::string& number, const std::string& matter) {
  return "云山县财政局文件\n" + number + "\n云山县财政局关于" + matter +
         "的通知\n各单位：\n　　现将有关事项通知如下，请执行。\n云山县财政局\n2023年5月6日\n";
}

const Case kOdd[] = {
    {"CollectionByWords",
     "办公室工作制度（最新3篇）\n时间：2019-05-13 作者：会员\n第一篇：办公室工作制度\n" + kRules +
         "第二篇：档案工作制度\n" + kRules + "第三篇：保卫工作制度\n" + kRules,
     "DSC-130",
     {"3 份", "1:3 第一篇：办公室工作制度", "1:7 第二篇", "1:11 第三篇"}},
    {"CollectionInsideOneLine",
     "管理制度范本 篇一 办公室是综合机构，负责办文。 一、值班制度 按时值班。 篇二 财务室负责记账。 "
     "一、按月结账。",
     "DSC-130",
     {"2 份", "篇一", "篇二"}},
    {"CollectionOfHeads",
     document("云财〔2023〕4号", "清查资产") + document("云财〔2023〕5号", "上报预算"),
     "DSC-130",
     {"2 份", "1:1 云山县财政局关于清查资产的通知", "1:8 云山县财政局关于上报预算的通知"}},
    {"CollectionByName",
     "云山县财政局制度汇编\n二○○六年二月\n一、会议制度\n" + kRules + "二、学习制度\n" + kRules,
     "DSC-130",
     {"云山县财政局制度汇编"}},
    {"BracketNeverClosed",
     "云山县财政局关于清查的通知\n各单位：\n　　根据《清查办法的规定，请执行。\n　　一是登记。\n　"
     "　二是核对。\n　　三是上报。\n"
     "　　四是公布。\n",
     "DSC-132",
     {"1:3", "bracket never closed", "《清查办法"}},
    {"BracketNeverOpened",
     "云山县财政局关于清查的通知\n各单位：\n　　根据清查办法》的规定，请执行。\n",
     "DSC-132",
     {"1:3", "bracket never opened"}},
    {"YearGone",
     "云山县财政局工作制度\n编制日期：年4月\n" + kRules,
     "DSC-132",
     {"1:2", "year missing", "年4月"}},
    {"WordGone",
     "云山县财政局工作制度\n第一条　对上级的文件、 、信件要收发有记录。\n",
     "DSC-132",
     {"1:2", "word missing"}},
    {"NumberWithoutBrackets",
     "云山县财政局工作制度\n第一条　根据《关于加强管理的通知》（云政办发201427号）制定本制度。\n",
     "DSC-132",
     {"1:2", "number without its brackets", "201427号"}},
    {"NameTakenOut", "xx县办公室工作制度\n" + kRules, "DSC-132", {"1:1", "name taken out"}},
    {"CollectionThatCountsItsTexts",
     "管理制度范本5篇 篇一 办公室是综合机构，负责办文办会，按时值班。",
     "DSC-130",
     {"管理制度范本5篇"}},
    {"EndCutOff",
     "云山县财政局工作制度\n第一条　为加强管理，制定本制度。\n"
     "第二条　对使用公章的要认真审阅，严格把关，并视实际情况作必要的留存，原则上不允许在空\n",
     "DSC-133",
     {"不允许在空"}},
    {"NoHead",
     "一、坚持每周例会，由办公室主任主持，总结本周工作，明确下周要点。\n二、遵守作息时间，不得迟到"
     "早退。\n",
     "DSC-134",
     {"一、坚持每周例会"}},
    {"English",
     "Minutes of the working group\nThe group met on Tuesday and agreed on the plan for the "
     "year.\n",
     "DSC-135",
     {"Minutes of the working"}},
    {"PageNumbersInside",
     "1、工作制度汇总 "
     "为加强管理，明确办公室的职责，根据有关规定，结合本单位的实际情况，特制定本制度，要求全体工作"
     "人员做好办文\n"
     "2、办会工作。各科室应当按照职责分工，认真落实各项任务，遵守工作纪律，做到办文标准、办会精细、"
     "办事严密，并且不得无故迟到和\n"
     "3、早退。因病请假的，由办公室主任审批，两天以内由分管领导审批，三天以上由主要领导审批，并以假"
     "条为准，不允许事后补\n"
     "4、假。\n",
     "DSC-137",
     {"1–4"}},
    {"Empty", "", "DSC-113", {}},
    {"Blank", " \n　\n", "DSC-113", {}},
};

INSTANTIATE_TEST_SUITE_P(, NamesWhatIsOdd, testing::ValuesIn(kOdd),
                         [](const auto& test) { return std::string{test.param.name}; });

TEST(Oddities, NoneInAWholeDocument) {
  const Described described =
      describe_text(document("云财〔2023〕4号", "清查资产") +
                    "抄送：县委办公室。\n云山县财政局办公室　2023年5月7日印发\n");
  for (const std::string& code : described.codes()) EXPECT_LT(code, "DSC-130") << code;
}

TEST(Oddities, AForwardedDocumentMakesNoCollection) {
  const Described described = describe_text(
      "云财〔2023〕6号\n云山县财政局关于转发《青河市财政局关于上报预算的通知》的通知\n各单位：\n　"
      "　请执行。\n云山县财政局\n2023年5月6日\n"
      "青财〔2023〕5号\n青河市财政局关于上报预算的通知\n各县财政局：\n　　请上报。\n青河市财政局\n2"
      "023年4月6日\n");
  EXPECT_THAT(described.codes(), Not(Contains("DSC-130")));
}

TEST(Oddities, ADocumentAboutACollectionIsNone) {
  EXPECT_THAT(
      describe_text(
          "云山县财政局关于印发《制度汇编》的通知\n各单位：\n　　现将《制度汇编》印发给你们。\n")
          .codes(),
      Not(Contains("DSC-130")));
}

// What a site of samples makes of five papers: names taken out, pages between, the end cut off.
TEST(Oddities, AScrapedCollectionIsNamedAndNothingGuessed) {
  std::string text = "××县办公室工作制度（最终4篇）\n时间：2019-05-13 02:32:47 作者：会员上传\n";
  const char* numbers[] = {"一", "二", "三", "四"};
  for (const char* number : numbers) {
    text += std::string{"第"} + number + "篇：云山县办公室工作制度\n";
    for (int i = 0; i < 15; ++i) text += kRules;
    text += "云山县人民政府办公室\n二○○八年十二月二日\n";
  }
  const Described described =
      describe_text(text + "第一条　本制度对公章管理、使用登记、文件归档等作出规定，各科室不\n");
  EXPECT_THAT(described.finding("DSC-130").found, HasSubstr("4 份"));
  EXPECT_THAT(described.finding("DSC-132").found, HasSubstr("name taken out"));
  EXPECT_THAT(described.codes(), Contains("DSC-133"));
  EXPECT_EQ(described.value("date"), "");
  EXPECT_EQ(described.value("creator"), "");
  EXPECT_EQ(described.value("document_number"), "");
}

struct EraCase {
  const char* name = "";
  std::string text{};
  std::vector<std::string> expected{};  ///< of DSC-136, in order
};
void PrintTo(const EraCase& c, std::ostream* out) { *out << c.name; }

class KnowsTheForm : public testing::TestWithParam<EraCase> {};
TEST_P(KnowsTheForm, OfEachEra) {
  std::vector<std::string> found;
  for (const Finding& finding : describe_text(GetParam().text).findings) {
    if (finding.code == "DSC-136") found.push_back(finding.found);
  }
  EXPECT_EQ(found, GetParam().expected);
}

std::string dated(const std::string& head, const std::string& date, const std::string& imprint) {
  return head + "云山县财政局关于清查的通知\n各单位：\n　　现通知如下，请执行。\n云山县财政局\n" +
         date + "\n" + imprint;
}

const EraCase kEras[] = {
    {"KeywordsAreGoneSince2012",
     dated("", "2013年5月6日",
           "主题词：财政　通知\n抄送：县委办公室。\n云山县财政局办公室　2013年5月7日印发\n"),
     {"主题词：财政　通知"}},
    {"KeywordsBefore2012",
     dated("", "二○一○年五月六日",
           "主题词：财政　通知\n抄送：县委办公室。\n云山县财政局办公室　2010年5月7日印发\n"),
     {}},
    {"ArabicDateBefore2012", dated("", "2010年5月6日", ""), {"2010年5月6日"}},
    {"HanDateSince2012", dated("", "二〇一三年五月六日", ""), {"二〇一三年五月六日"}},
    {"ReportsUpBefore2000",
     dated("", "一九九八年五月六日",
           "抄报：青河市财政局。\n云山县财政局办公室　一九九八年五月八日印发\n"),
     {}},
    {"ReportsUpSince2000",
     dated("", "二○○六年五月六日",
           "抄报：青河市财政局。\n云山县财政局办公室　二○○六年五月八日印发\n"),
     {"抄报：青河市财政局。"}},
    {"UrgentPaperSince2012",
     dated("急件\n云山县财政局文件\n云财〔2013〕4号\n", "2013年5月6日", ""),
     {"急件"}},
    {"LastDayOfTheOldForm", dated("", "二○一二年六月三十日", ""), {}},
    {"FirstDayOfTheNewForm", dated("", "2012年7月1日", ""), {}},
};
INSTANTIATE_TEST_SUITE_P(, KnowsTheForm, testing::ValuesIn(kEras),
                         [](const auto& test) { return std::string{test.param.name}; });

}  // namespace
}  // namespace guidang::describe
