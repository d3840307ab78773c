// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kNotice =
    "云山县财政局关于检查的通知\n云财发〔2021〕12号\n各单位：\n　　现将检查安排通知如下。\n"
    "云山县财政局\n2021年9月9日\n";

GivenField ledger(std::string name, std::string value) {
  return {std::move(name), std::move(value), "ledger", "发文登记.csv:3"};
}

Paper notice(std::vector<GivenField> given) {
  Paper paper;
  paper.pages = {kNotice};
  paper.given = std::move(given);
  return paper;
}

TEST(Given, AgreementRaisesConfidence) {
  const Described alone = describe_paper(notice({}));
  const Described both = describe_paper(
      notice({ledger("document_number", "云财发 [2021] 12号"), ledger("date", "2021.9.9")}));
  EXPECT_GT(both.confidence("document_number"), alone.confidence("document_number"));
  EXPECT_GE(both.confidence("date"), 0.95);
  EXPECT_THAT(both.codes(), Not(Contains("DSC-101")));
}

TEST(Tags, TheProfileSaysWhichFieldATagFills) {
  Paper paper = notice({});
  paper.settings.tags = {{"document_number", {"文号", "发文字号"}}, {"signer", {"签发人"}}};
  paper.tags = {{"发文字号", "云财发〔2021〕12号"}, {"签发人", "王检"}, {"页码", "1"}};
  const Described described = describe_paper(paper);
  EXPECT_GE(described.confidence("document_number"), 0.95);
  EXPECT_EQ(described.value("signer"), "王检");
  EXPECT_EQ(described.description.find("signer")->source, "tag");
}

TEST(Tags, DisagreementWithTheTextShowsBoth) {
  Paper paper = notice({});
  paper.settings.tags = {{"document_number", {"发文字号"}}};
  paper.tags = {{"发文字号", "云财发〔2021〕21号"}};
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.description.find("document_number")->rivals.size(), 1U);
  EXPECT_FALSE(described.finding("DSC-106").code.empty() &&
               described.finding("DSC-101").code.empty());
}

TEST(Given, ATitleWithoutItsOrganAgrees) {
  const Described described = describe_paper(notice({ledger("title", "关于检查的通知")}));
  EXPECT_EQ(described.value("title"), "云山县财政局关于检查的通知");
  EXPECT_THAT(described.codes(), Not(Contains("DSC-101")));
}

TEST(Given, DisagreementShowsBothAndKeepsTheText) {
  const Described described =
      describe_paper(notice({ledger("document_number", "云财发〔2021〕13号")}));
  EXPECT_EQ(described.value("document_number"), "云财发〔2021〕12号");
  EXPECT_THAT(described.description.find("document_number")->rivals,
              ElementsAre(testing::Property(&Rival::to_text, "ledger: 云财发〔2021〕13号")));
  const Finding finding = described.finding("DSC-101");
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_EQ(finding.found, "ledger: 云财发〔2021〕13号");
  EXPECT_EQ(finding.expected, "1:2: 云财发〔2021〕12号");
}

TEST(Given, LedgerAndSidecarAgainstAnUnsureText) {
  Paper paper;
  paper.pages = {"会议材料\n一、有关情况。\n"};
  paper.given = {ledger("title", "云山县财政局2021年工作总结"),
                 {"title", "云山县财政局2021年工作总结", "sidecar", "1.txt.xml"}};
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("title"), "云山县财政局2021年工作总结");
  EXPECT_GE(described.confidence("title"), 0.95);
}

TEST(Given, RoutingComesFromTheLedgerAlone) {
  const Described described = describe_paper(
      notice({ledger("received", "2021年9月12日"), ledger("register_no", "2021-0034"),
              ledger("copies", "3"), ledger("remarks", "原件在甲柜"), ledger("经办", "李四")}));
  EXPECT_EQ(described.value("received"), "2021-09-12");
  EXPECT_EQ(described.value("register_no"), "2021-0034");
  EXPECT_EQ(described.value("copies"), "3");
  EXPECT_EQ(described.value("remarks"), "原件在甲柜");
  EXPECT_EQ(described.description.find("经办"), nullptr);
}

TEST(Given, AnUnreadableValueIsReportedAndLeftOut) {
  const Described described = describe_paper(notice({ledger("received", "秋天")}));
  EXPECT_EQ(described.value("received"), "");
  EXPECT_EQ(described.finding("DSC-112").place, "发文登记.csv:3");
}

TEST(Given, PaperOnlyIsDescribedFromItsRow) {
  Paper paper;
  paper.name = "";
  paper.given = {ledger("title", "关于检查的通知"), ledger("date", "2021-09-09"),
                 ledger("creator", "云山县财政局"), ledger("secrecy", "秘密★1年")};
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("title"), "关于检查的通知");
  EXPECT_EQ(described.value("date"), "2021-09-09");
  EXPECT_EQ(described.value("doctype"), "通知");
  EXPECT_EQ(described.value("secrecy"), "秘密");
  EXPECT_EQ(described.value("secrecy_term"), "1年");
  EXPECT_THAT(described.codes(), Contains("DSC-113"));
}

TEST(Given, AFileNameIsALastResort) {
  Paper paper;
  paper.name = "2021/003_关于检查的通知（云财发〔2021〕12号）.jpg";
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("document_number"), "云财发〔2021〕12号");
  EXPECT_LT(described.confidence("title"), 0.5);
  EXPECT_EQ(described.description.find("title")->source, "file name");
  EXPECT_EQ(described.value("date"), "");
  EXPECT_THAT(described.codes(), Contains("DSC-114"));
}

TEST(Given, AFileNameNeverContradictsATitle) {
  Paper paper = notice({});
  paper.name = "扫描件第三批.txt";
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("title"), "云山县财政局关于检查的通知");
  EXPECT_THAT(described.description.find("title")->rivals, IsEmpty());
}

TEST(Given, ANumberInTheFileNameThatDisagreesIsNoted) {
  Paper paper = notice({});
  paper.name = "云财发〔2021〕21号.txt";
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("document_number"), "云财发〔2021〕12号");
  EXPECT_EQ(described.finding("DSC-101").severity, Severity::note);
}

TEST(Given, AnAliasStandsForItsOrgan) {
  Paper paper = notice({ledger("creator", "县财政")});
  paper.settings = with_organs(
      "<organisation id=\"f\" name=\"云山县财政局\"><alias>县财政</alias></organisation>");
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("creator"), "云山县财政局");
  EXPECT_THAT(described.codes(), Not(Contains("DSC-101")));
}

}  // namespace
}  // namespace guidang::describe
