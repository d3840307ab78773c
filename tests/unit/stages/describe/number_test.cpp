// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {
namespace {

using testing::Contains;
using testing::Not;

constexpr const char* kBody =
    "各乡镇人民政府：\n　　现将有关事项通知如下，请认真执行。\n　　特此通知。\n";

struct Case {
  const char* name = "";
  std::string text{};
  const char* number = "";  ///< "" for none
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class OwnNumber : public testing::TestWithParam<Case> {};

TEST_P(OwnNumber, IsTheOneInItsPlace) {
  EXPECT_EQ(describe_text(GetParam().text).value("document_number"), GetParam().number);
}

std::string notice(std::string head) {
  return std::move(head) + kBody + "云山县人民政府\n2023年3月1日\n";
}

std::string law(std::string note) {
  return "青河市湿地管理办法\n\n" + std::move(note) +
         "\n\n第一章　总则\n第一条　为了保护湿地，制定本办法。\n第二条　本办法自公布之日起施行。\n";
}

const Case kCases[] = {
    {"TelegramWithLabels",
     "云山县人民政府办公室\n发往：各乡镇人民政府\n等级：特急·明电　　云政办明电〔2023〕4号\n"
     "云山县人民政府办公室\n关于做好防范工作的紧急通知\n" +
         std::string{kBody} + "云山县人民政府办公室\n2023年1月13日\n",
     "云政办明电〔2023〕4号"},
    {"TwoBesideEachOther",
     notice("云委发〔2023〕3号　云政发〔2023〕5号\n中共云山县委　云山县人民政府关于修路的通知\n"),
     "云委发〔2023〕3号"},
    {"TwoUnderEachOther",
     notice("云委发〔2023〕3号\n云政发〔2023〕5号\n云山县人民政府关于修路的通知\n"),
     "云委发〔2023〕3号"},
    {"BesideADay", notice("云山县人民政府关于修路的通知\n云政[2023]5号　2023-03-01\n"),
     "云政〔2023〕5号"},
    {"BesideAnUrgency", notice("特急　云政传〔2023〕5号\n云山县人民政府关于防汛的通知\n"),
     "云政传〔2023〕5号"},
    {"InBracketsBehindTheTitle", notice("云山县人民政府关于修路的通知（云政〔2023〕5号）\n"),
     "云政〔2023〕5号"},
    {"InBracketsBelowTheTitle", notice("云山县人民政府关于修路的通知\n（云政〔2023〕5号）\n"),
     "云政〔2023〕5号"},
    {"WhatATitleForwardsIsAnothers", notice("云山县人民政府转发青政发〔2022〕1号文件的通知\n"), ""},
    {"WhatABodyRestsOnIsAnothers",
     "云山县人民政府关于修路的通知\n各乡镇人民政府：\n　　根据青政发〔2022〕1号文件，通知如下。\n"
     "云山县人民政府\n2023年3月1日\n",
     ""},
    {"WhatAnAnnexBearsIsAnothers",
     notice("云山县人民政府关于修路的通知\n") +
         "附件\n青政发〔2022〕1号\n青河市人民政府关于修路的意见\n各县人民政府：\n　　修路。\n",
     ""},
    {"AtItsLabel",
     notice("索引号：A1　发文字号：云政[2023]第05号　发布日期：2023-04-01\n关于修路的通知\n"),
     "云政〔2023〕5号"},
    {"ALabelThatHasNone", notice("发文字号：无\n云山县人民政府关于修路的通知\n"), ""},
    {"BelowAnnouncement",
     "青河市水务局公告\n2020年第17号\n关于禁止采砂的公告\n　　为保护河道，现公告如下。\n青河市水务"
     "局\n"
     "2020年3月1日\n",
     "青河市水务局公告2020年第17号"},
    {"BelowAnnouncementInBrackets",
     "青河市人民代表大会常务委员会公告\n（第12号）\n　　《青河市湿地条例》已经通过，现予公布。\n",
     "青河市人民代表大会常务委员会公告第12号"},
    {"OrderOfACongress",
     "青河省人民代表大会常务委员会公告\n（十三届）第45号\n　　《青河省湿地条例》已经通过，现予公布"
     "。\n",
     "青河省人民代表大会常务委员会公告（十三届）第45号"},
    {"IssuedByTwoOrgans",
     law("（2007年12月4日中华人民共和国水利部 中华人民共和国财政部令第65号公布）"),
     "中华人民共和国水利部 中华人民共和国财政部令第65号"},
    {"IssuedAnew",
     law("1997年5月8日 青河市人民政府令第16号发布\n2017年3月16日 青河市人民政府令第77号公布"),
     "青河市人民政府令第77号"},
    {"OnlyAmended",
     law("1997年5月8日 青河市人民政府令第16号发布\n"
         "2017年3月16日 青河市人民政府令第77号《关于修改部分规章的决定》修正"),
     "青河市人民政府令第16号"},
    {"IssuedByTwoOrders", law("1990年6月4日 青河市教育局令第10号、青河市卫生局令第1号发布"),
     "青河市教育局令第10号"},
    {"OrderWithoutAWordForIt",
     law("1995年12月3日青河市人民政府令第87号，根据2011年1月8日青河市人民政府令第88号修订"),
     "青河市人民政府令第87号"},
    {"LostBrackets", notice("云政发202314号\n云山县人民政府关于修路的通知\n"), ""},
};

INSTANTIATE_TEST_SUITE_P(Documents, OwnNumber, testing::ValuesIn(kCases),
                         [](const auto& param) { return std::string(param.param.name); });

TEST(TwoDigitYear, IsCompletedByTheDocumentsOwnDate) {
  const Described described = describe_text(
      "（81）云政字12号\n云山县人民政府关于修路的通知\n各公社：\n　　现通知如下。\n云山县人民政府\n"
      "一九八一年三月一日\n");
  EXPECT_EQ(described.value("document_number"), "云政字〔1981〕12号");
  EXPECT_EQ(described.description.find("document_number")->original, "（81）云政字12号");
  EXPECT_THAT(described.codes(), Contains("DSC-104"));
  EXPECT_EQ(described.finding("DSC-126").expected, "云政字〔1981〕12号");
}

TEST(TwoDigitYear, StaysWhereTheDateSaysAnotherYear) {
  const Described described = describe_text(
      "（81）云政字12号\n云山县人民政府关于修路的通知\n各公社：\n　　现通知如下。\n云山县人民政府\n"
      "一九八二年三月一日\n");
  EXPECT_EQ(described.value("document_number"), "云政字〔81〕12号");
  EXPECT_THAT(described.codes(), Not(Contains("DSC-126")));
}

TEST(TwoDigitYear, AgreesWithTheLedgersFourDigits) {
  Paper paper{
      .pages = {"（81）云政字12号\n云山县人民政府关于修路的通知\n各公社：\n　　通知如下。\n"}};
  paper.given.push_back({"document_number", "云政字〔1981〕12号", "ledger", "row 3"});
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("document_number"), "云政字〔1981〕12号");
  EXPECT_THAT(described.codes(), Not(Contains("DSC-101")));
}

TEST(GivenNumber, OfACellWithSeveralIsTheFirst) {
  Paper paper{.name = ""};
  paper.given.push_back(
      {"document_number", "云委发〔2023〕3号、云政发〔2023〕5号", "ledger", "row 3"});
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("document_number"), "云委发〔2023〕3号");
  EXPECT_EQ(described.finding("DSC-125").expected, "云委发〔2023〕3号");
}

TEST(GivenNumber, OfACellThatSaysNoneIsNoFlaw) {
  Paper paper{.name = ""};
  paper.given.push_back({"document_number", "无", "ledger", "row 3"});
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.value("document_number"), "");
  EXPECT_THAT(described.codes(), Not(Contains("DSC-112")));
}

TEST(Findings, NameTheFlawsOfANumber) {
  const Described described = describe_text(notice("云政发[2023]第05号\n关于修路的通知\n"));
  EXPECT_EQ(described.finding("DSC-104").found,
            "云政发[2023]第05号: 年份不在六角括号内 / year not in 〔〕; 序号编虚位 / leading zero; "
            "序号前加“第” / 第 before the number");
}

}  // namespace
}  // namespace guidang::describe
