// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {
namespace {

using testing::Contains;
using testing::Not;

struct Case {
  const char* name = "";
  const char* text = "";
  std::map<std::string, std::string> expected{};  ///< "" for a field that must be absent
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class ReadsDocument : public testing::TestWithParam<Case> {};

TEST_P(ReadsDocument, AsItStands) {
  const Described described = describe_text(GetParam().text);
  for (const auto& [field, value] : GetParam().expected) {
    EXPECT_EQ(described.value(field), value) << field;
  }
}

const Case kCases[] = {
    {"RedHead",
     "000123\n机密★10年\n特急\n\n云山县人民政府文件\n\n云政发〔2023〕12号　　　　签发人：张三\n\n"
     "云山县人民政府\n关于申请解决乡村道路\n建设资金的请示\n\n青河市人民政府：\n"
     "　　为改善群众出行条件，根据《青河市农村公路管理办法》（青政发〔2021〕8号）规定，现将有关情况"
     "请示如下。\n"
     "　　一、基本情况。全县共有道路若干。\n　　妥否，请批示。\n"
     "　　附件：1．云山县农村公路建设计划\n　　　　　2．资金测算表\n\n"
     "　　　　　　云山县人民政府\n　　　　　　2023年8月30日\n　　（联系人：李四，电话：000000）\n"
     "抄送：青河市财政局，青河市交通运输局。\n云山县人民政府办公室　　2023年9月1日印发\n",
     {{"title", "云山县人民政府关于申请解决乡村道路建设资金的请示"},
      {"document_number", "云政发〔2023〕12号"},
      {"creator", "云山县人民政府"},
      {"date", "2023-08-30"},
      {"doctype", "请示"},
      {"secrecy", "机密"},
      {"secrecy_term", "10年"},
      {"urgency", "特急"},
      {"recipients", "青河市人民政府"},
      {"cc", "青河市财政局 | 青河市交通运输局"},
      {"signer", "张三"},
      {"copy_number", "000123"},
      {"attachments", "云山县农村公路建设计划 | 资金测算表"},
      {"cited_numbers", "青政发〔2021〕8号"}}},
    {"Letter",
     "云山县财政局\n\n云财函〔2022〕7号\n\n云山县财政局关于商请协助核查项目的函\n\n县审计局：\n"
     "　　现就有关事项函告如下，请予支持。\n　　专此函达。\n\n云山县财政局\n2022年3月5日\n",
     {{"title", "云山县财政局关于商请协助核查项目的函"},
      {"document_number", "云财函〔2022〕7号"},
      {"creator", "云山县财政局"},
      {"date", "2022-03-05"},
      {"doctype", "函"},
      {"recipients", "县审计局"}}},
    {"Order",
     "青河市人民政府令\n第17号\n\n"
     "《青河市城市绿化办法》已经2019年5月6日市人民政府第8次常务会议通过，现予公布，自2019年7月1日起"
     "施行。\n\n"
     "市长　王五\n2019年5月20日\n\n青河市城市绿化办法\n第一条　为了加强绿化，制定本办法。\n",
     {{"document_number", "青河市人民政府令第17号"},
      {"creator", "青河市人民政府"},
      {"date", "2019-05-20"},
      {"doctype", "命令"}}},
    {"Minutes",
     "云山县人民政府常务会议纪要\n〔2021〕5号\n\n2021年4月2日，县长主持召开县人民政府常务会议。现将"
     "会议议定事项纪要如下。\n"
     "一、会议听取了有关工作汇报。\n",
     {{"title", "云山县人民政府常务会议纪要"}, {"doctype", "纪要"}, {"date", ""}}},
    {"LawWithNote",
     "青河市湿地保护条例\n\n（2015年3月27日青河市第十三届人民代表大会常务委员会第十次会议通过　"
     "根据2018年9月20日《关于修改部分地方性法规的决定》修正）\n\n第一章　总则\n"
     "第一条　为了保护湿地，制定本条例。\n第二条　本条例自2015年6月1日起施行。\n",
     {{"title", "青河市湿地保护条例"},
      {"date", "2018-09-20"},
      {"creator", "青河市人民代表大会常务委员会"},
      {"doctype", "条例"},
      {"document_number", ""}}},
    {"DecisionPassedByMeeting",
     "青河市人民代表大会常务委员会关于设立生态日的决定\n"
     "（2020年12月1日青河市第十四届人民代表大会常务委员会第三十次会议通过）\n\n"
     "为了增进全社会的生态保护意识，会议决定：将每年6月5日设立为生态日。\n",
     {{"title", "青河市人民代表大会常务委员会关于设立生态日的决定"},
      {"date", "2020-12-01"},
      {"doctype", "决定"}}},
    {"RegulationByOrder",
     "城市节水条例\n\n2010年4月8日 中华人民共和国国务院令第973号公布\n\n第一章 总则\n"
     "第一条 为了节水，制定本条例。\n",
     {{"title", "城市节水条例"},
      {"document_number", "中华人民共和国国务院令第973号"},
      {"creator", "国务院"},
      {"date", "2010-04-08"}}},
    {"WebText",
     "当前位置：首页 > 政务公开\n青河市人民政府办公室关于做好防汛工作的通知\n"
     "发布日期：2018-01-09 10:20 来源：市政府办 浏览次数：12\n【字体：大 中 小】 打印\n"
     "青政办发〔2018〕1号\n各县（区）人民政府，市直各单位：\n　　为切实做好防汛工作，现就有关事项通"
     "知如下。\n"
     "　　一、落实责任。\n青河市人民政府办公室\n2018年1月3日\n分享到：\n版权所有：青河市人民政府\n",
     {{"title", "青河市人民政府办公室关于做好防汛工作的通知"},
      {"document_number", "青政办发〔2018〕1号"},
      {"creator", "青河市人民政府办公室"},
      {"date", "2018-01-03"},
      {"recipients", "各县（区）人民政府 | 市直各单位"}}},
    {"DateUnderTheTitle",
     "青河市人民政府关于表彰先进的通报\n青政〔2018〕3号\n（2018年2月5日）\n各县人民政府：\n"
     "　　为树立典型，市人民政府决定予以表彰。希望再接再厉，作出贡献。\n",
     {{"date", "2018-02-05"}, {"doctype", "通报"}}},
    {"DayOfThePageIsNoDate",
     "青河市人民政府关于表彰先进的通报\n2018-02-05\n各县人民政府：\n"
     "　　为树立典型，市人民政府决定予以表彰。希望再接再厉，作出贡献。\n",
     {{"date", ""}}},
    {"LabelsOfThePage",
     "索 引 "
     "号：A001/2018-00237　主题分类：综合政务\n发文机关：青河市人民政府\n成文日期：2018年12月07日\n"
     "标　　题：青河市人民政府关于推进公开的意见\n发文字号：青政发〔2018〕23号\n发布日期：2018年12"
     "月27日\n"
     "青河市人民政府关于推进公开的意见\n各县人民政府：\n　　为推进公开，提出如下意见。\n",
     {{"title", "青河市人民政府关于推进公开的意见"},
      {"document_number", "青政发〔2018〕23号"},
      {"creator", "青河市人民政府"},
      {"date", "2018-12-07"}}},
    {"BlanksOfRecognition",
     "云 政 办 发 〔 2006 〕 50 号\n\n关 于 印 发 《 工 作 制 度 》 的 通 知\n\n各 乡 镇 人 民 政 "
     "府 ：\n"
     "现 将 工 作 制 度 印 发 给 你 们 ， 请 遵 照 执 行 。\n\n云 山 县 人 民 政 府 办 公 室\n"
     "二 ○ ○ 六 年 四 月 十 四 日\n",
     {{"title", "关于印发《工作制度》的通知"},
      {"document_number", "云政办发〔2006〕50号"},
      {"creator", "云山县人民政府办公室"},
      {"date", "2006-04-14"},
      {"recipients", "各乡镇人民政府"}}},
    {"HanDateWithRoundZero",
     "关于加强管理的通知\n各科室：\n　　为加强管理，现通知如下。\n云山县财政局\n二○○八年十二月二日"
     "\n",
     {{"date", "2008-12-02"}, {"creator", "云山县财政局"}}},
    {"TwoRecipients",
     "云山县财政局关于划转资金的报告\n县人民政府、市财政局：\n　　现将有关情况报告如下。\n云山县财"
     "政局\n2020年1月2日\n",
     {{"recipients", "县人民政府 | 市财政局"}, {"doctype", "报告"}}},
    {"JointIssue",
     "云山县财政局\n云山县教育局文件\n云财教〔2021〕4号\n"
     "云山县财政局　云山县教育局\n关于下达补助资金的通知\n各学校：\n　　现将资金下达给你们，请专款"
     "专用。\n"
     "云山县财政局　　　云山县教育局\n2021年6月7日\n",
     {{"title", "云山县财政局 云山县教育局关于下达补助资金的通知"},
      {"creator", "云山县财政局 云山县教育局"},
      {"document_number", "云财教〔2021〕4号"},
      {"date", "2021-06-07"}}},
    {"FirstSignatureIsTheDocuments",
     "云山县教育局关于转发资金管理办法的通知\n各学校：\n　　现将办法转发给你们，请遵照执行。\n云山"
     "县教育局\n2020年3月4日\n"
     "资金管理办法\n第一条　为加强管理，制定本办法。\n青河市财政局\n2019年12月1日\n",
     {{"creator", "云山县教育局"}, {"date", "2020-03-04"}}},
    {"NumberOfTheBodyIsCited",
     "云山县人民政府关于同意设立园区的批复\n县科技局：\n　　你局《关于设立园区的请示》（云科〔2020"
     "〕9号）收悉。"
     "同意设立。\n云山县人民政府\n2020年5月6日\n",
     {{"document_number", ""}, {"cited_numbers", "云科〔2020〕9号"}, {"doctype", "批复"}}},
    {"NumberBrokenByTheLineEnd",
     "云山县人民政府关于同意设立园区的批复\n县科技局：\n　　你局《关于设立园区的请示》（云科〔2020"
     "〕\n9号）收悉。"
     "同意设立。\n云山县人民政府\n2020年5月6日\n",
     {{"cited_numbers", "云科〔2020〕9号"}}},
    {"LinesLost",
     "云山县税务局关于延长申报期限的通知 云税发〔2020〕3号 各纳税人、各有关单位： "
     "为支持企业复工，现就有关事项通知如下："
     "将申报期限延长至2月24日，请各单位认真执行。 特此通知。 云山县税务局 2020年2月1日",
     {{"title", "云山县税务局关于延长申报期限的通知"},
      {"document_number", "云税发〔2020〕3号"},
      {"creator", "云山县税务局"},
      {"date", "2020-02-01"}}},
    {"PrintingDayIsNoDate",
     "云山县财政局关于开展检查的通知\n各单位：\n　　现将检查安排通知如下。\n云山县财政局办公室　202"
     "1年9月9日印发\n",
     {{"date", ""}}},
    {"EnglishText",
     "Minutes of the working group\nThe group met on Tuesday and agreed on the plan.\n",
     {{"title", "Minutes of the working group"}, {"date", ""}, {"doctype", ""}}},
    {"Empty", "", {{"title", ""}, {"date", ""}, {"creator", ""}}},
};

INSTANTIATE_TEST_SUITE_P(, ReadsDocument, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string{test.param.name}; });

TEST(Describe, TwoPlacesThatAgreeAreSure) {
  const Described described = describe_text(kCases[0].text);
  EXPECT_GE(described.confidence("creator"), 0.95);
  EXPECT_LT(described.confidence("recipients"), 0.95);
}

TEST(Describe, NamesPageAndLine) {
  Paper paper;
  paper.pages = {"云山县财政局关于检查的通知\n\n各单位：\n　　现将检查安排通知如下。\n",
                 "\n云山县财政局\n2021年9月9日\n"};
  const Described described = describe_paper(paper);
  EXPECT_EQ(described.description.find("title")->source, "1:1");
  EXPECT_EQ(described.description.find("date")->source, "2:3");
}

TEST(Describe, NamesTheFlawsOfANumber) {
  const Described described =
      describe_text("关于检查的通知\n云财发[2021]第012号\n各单位：\n　　现将检查安排通知如下。\n");
  EXPECT_EQ(described.value("document_number"), "云财发〔2021〕12号");
  EXPECT_EQ(described.description.find("document_number")->original, "云财发[2021]第012号");
  EXPECT_EQ(described.finding("DSC-104").expected, "云财发〔2021〕12号");
}

TEST(Describe, NeverTakesASuggestedNumber) {
  const Described described =
      describe_text("韶政办法201427号\n关于检查的通知\n各单位：\n　　现将检查安排通知如下。\n");
  EXPECT_EQ(described.value("document_number"), "");
  EXPECT_NE(described.finding("DSC-105").found, "");
}

TEST(Describe, ReportsADayThatDoesNotExist) {
  const Described described = describe_text(
      "云山县财政局关于检查的通知\n各单位：\n　　现将检查安排通知如下。\n云山县财政局\n2021年2月30"
      "日\n");
  EXPECT_EQ(described.value("date"), "");
  EXPECT_THAT(described.codes(), Contains("DSC-107"));
}

TEST(Describe, HoldsNothingBack) {
  for (const Finding& finding : describe_text("").findings) {
    EXPECT_THAT(finding.severity, Not(Severity::hold)) << finding.code;
  }
}

}  // namespace
}  // namespace guidang::describe
