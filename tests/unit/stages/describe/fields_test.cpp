// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/unit/stages/describe/describing.h"

/// Title, creator, date and kind by the forms of the trade. All texts are invented.
namespace guidang::describe {
namespace {

struct Case {
  const char* name = "";
  const char* text = "";
  std::map<std::string, std::string> expected{};  ///< "" for a field that must be absent
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class ReadsForm : public testing::TestWithParam<Case> {};

TEST_P(ReadsForm, AsItStands) {
  const Described described = describe_text(GetParam().text);
  for (const auto& [field, value] : GetParam().expected) {
    EXPECT_EQ(described.value(field), value) << field;
  }
}

const Case kForms[] = {
    {"LetterWithoutSheet",
     "云山县人民政府办公室\n\n云政办函〔2023〕15号\n\n云山县人民政府办公室关于同意调整\n水源保护区"
     "的"
     "复函\n\n县水利局：\n你局《关于调整水源保护区的请示》（云水〔2023〕3号）收悉，现函复如下：\n"
     "一、原则同意。\n（此页无正文）\n云山县人民政府办公室\n2023年4月2日\n（此件公开发布）\n",
     {{"title", "云山县人民政府办公室关于同意调整水源保护区的复函"},
      {"creator", "云山县人民政府办公室"},
      {"date", "2023-04-02"},
      {"doctype", "函"}}},
    {"OrderOfThePresident",
     "中华人民共和国主席令\n\n第九十九号\n\n《湿地法》已由第十三届全国人民代表大会常务委员会第三十"
     "二次"
     "会议于2021年12月24日通过，现予公布，自2022年6月1日起施行。\n\n中华人民共和国主席　张某某\n\n"
     "2021年12月24日\n",
     {{"creator", "中华人民共和国主席"}, {"date", "2021-12-24"}, {"doctype", "命令"}}},
    {"OrderThatPublishesMeasures",
     "云山省人民政府令\n\n第 312 "
     "号\n\n《云山省消防安全办法》已经2020年3月12日省人民政府第55次常务会议"
     "通过，现予公布，自2020年5月1日起施行。\n\n省　长　李某某\n二〇二〇年三月二十日\n\n"
     "云山省消防安全办法\n\n第一条　为了预防火灾，制定本办法。\n",
     {{"creator", "云山省人民政府"}, {"date", "2020-03-20"}, {"doctype", "命令"}}},
    {"MinutesWithTheDayInTheHead",
     "云山县人民政府\n\n常 务 会 议 纪 "
     "要\n\n（第12期）\n\n云山县人民政府办公室　　　2022年5月6日\n\n"
     "5月3日，县长张三主持召开县人民政府第12次常务会议，研究了有关工作。现纪要如下：\n一、关于财政"
     "工"
     "作。会议同意。\n",
     {{"title", "云山县人民政府常务会议纪要"},
      {"creator", "云山县人民政府"},
      {"date", "2022-05-06"},
      {"doctype", "纪要"}}},
    {"CommuniqueOfAPlenum",
     "中国共产党云山县第十三届委员会第五次全体会议公报\n\n（2021年7月30日中国共产党云山县第十三届委"
     "员"
     "会第五次全体会议通过）\n\n中国共产党云山县第十三届委员会第五次全体会议，于2021年7月29日至30日"
     "在"
     "县城举行。\n",
     {{"creator", "中国共产党云山县委员会"}, {"date", "2021-07-30"}, {"doctype", "公报"}}},
    {"ResolutionOfACongress",
     "云山县第十七届人民代表大会第二次会议\n关于云山县人民政府工作报告的决议\n（2022年1月12日云山县"
     "第"
     "十七届人民代表大会第二次会议通过）\n会议听取和审议了县长张三所作的政府工作报告，决定批准这个"
     "报"
     "告。\n",
     {{"title", "云山县第十七届人民代表大会第二次会议关于云山县人民政府工作报告的决议"},
      {"creator", "云山县人民代表大会"},
      {"date", "2022-01-12"},
      {"doctype", "决议"}}},
    {"AnnouncementOfALegislature",
     "云山省人民代表大会常务委员会公告\n\n（第25号）\n\n《云山省水利条例》已由云山省第十三届人民代"
     "表大"
     "会常务委员会第十二次会议于2019年9月27日通过，现予公布，自2020年1月1日起施行。\n\n"
     "云山省人民代表大会常务委员会\n2019年9月27日\n",
     {{"creator", "云山省人民代表大会常务委员会"}, {"date", "2019-09-27"}, {"doctype", "公告"}}},
    {"ReplyOfACourt",
     "最高人民法院\n关于审理海事案件若干问题的批复\n\n（2018年3月5日最高人民法院审判委员会第1735次"
     "会议"
     "通过，自2018年4月1日起施行）\n\n某省高级人民法院：\n你院《关于海事案件的请示》收悉。经研究，"
     "批"
     "复如下：\n一、应当受理。\n",
     {{"title", "最高人民法院关于审理海事案件若干问题的批复"},
      {"creator", "最高人民法院"},
      {"date", "2018-03-05"},
      {"doctype", "批复"}}},
    {"TwoOrgansThatPassOneText",
     "关于办理刑事案件若干问题的解释\n（2019年9月9日最高人民法院审判委员会第1776次会议、2019年9月12"
     "日最"
     "高人民检察院第十三届检察委员会第二十四次会议通过，自2019年12月6日起施行）\n第一条　为了惩治犯"
     "罪，制定本解释。\n",
     {{"creator", "最高人民法院 最高人民检察院"}, {"date", "2019-09-12"}}},
    {"ApprovedAboveIssuedBelow",
     "海上航行暂行规则\n\n1958年3月17日 国务院批准\n\n1958年4月19日 交通部\n\n水产部发布\n\n"
     "1958年7月1日 施行\n\n第一条　在海上航行，应当遵守本规则。\n",
     {{"title", "海上航行暂行规则"}, {"creator", "交通部 水产部"}, {"date", "1958-04-19"}}},
    {"IssuedByTheNumberOfAnOrder",
     "反走私条例实施细则\n\n2017年11月22日 中华人民共和国国务院令第992号\n\n第一章 总则\n"
     "第一条 为了反走私，制定本细则。\n",
     {{"title", "反走私条例实施细则"}, {"creator", "国务院"}, {"date", "2017-11-22"}}},
    {"TakingEffectMakesNoDocument",
     "青河市绿化条例\n（2015年3月27日青河市第十三届人民代表大会常务委员会第十次会议通过　"
     "2015年6月1日起施行）\n第一条　为了绿化，制定本条例。\n",
     {{"date", "2015-03-27"}}},
    {"AmendedByADecisionOfAnotherDay",
     "青河市绿化条例\n（2005年3月27日青河市第十三届人民代表大会常务委员会第十次会议通过　"
     "根据2019年5月30日青河市第十六届人民代表大会常务委员会第三次会议《关于修改〈青河市绿化条例〉的"
     "决定》修正）\n第一条　为了绿化，制定本条例。\n",
     {{"creator", "青河市人民代表大会常务委员会"}, {"date", "2019-05-30"}}},
    {"ReportReadToACongress",
     "政府工作报告\n\n——2024年1月10日在云山县第十八届人民代表大会第三次会议上\n\n县长　张三\n\n"
     "各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n",
     {{"title", "政府工作报告"},
      {"creator", "云山县人民政府"},
      {"date", "2024-01-10"},
      {"doctype", "报告"}}},
    {"Speech",
     "在全县安全生产工作会议上的讲话\n\n李四\n\n（2023年3月8日）\n\n同志们：\n这次会议的主要任务是"
     "安排"
     "部署工作。\n",
     {{"title", "在全县安全生产工作会议上的讲话"}, {"date", "2023-03-08"}, {"doctype", "讲话"}}},
    {"SealLentByAnotherOrgan",
     "云山县房地产工作领导小组办公室\n关于支持购房的通知\n各乡镇人民政府：\n现将有关事项通知如下。"
     "\n"
     "云山县房地产工作领导小组办公室\n云山县住房和城乡建设局（代章）\n2024年5月20日\n",
     {{"title", "云山县房地产工作领导小组办公室关于支持购房的通知"},
      {"creator", "云山县房地产工作领导小组办公室"}}},
    {"NameOfAnOrganOverTwoLines",
     "关于组织募捐的通知\n各支部：\n现将有关事项通知如下。\n共青团云山市委经济技术开发区\n工作委员"
     "会\n"
     "2020年2月22日\n",
     {{"creator", "共青团云山市委经济技术开发区工作委员会"}}},
    {"JointAnnouncementUnderOneNumber",
     "关于免税政策的公告\n财政部\n海关总署\n税务总局公告2020年第6号\n为支持工作，现公告如下。\n"
     "一、适用范围。\n",
     {{"title", "关于免税政策的公告"}, {"doctype", "公告"}}},
    {"NumberGluedToTheTitle",
     "云释〔2019〕2号关于技术调查官参与诉讼活动的若干规定\n第一条　为了规范活动，制定本规定。\n",
     {{"title", "关于技术调查官参与诉讼活动的若干规定"},
      {"document_number", "云释〔2019〕2号"},
      {"doctype", "规定"}}},
    {"TitlePrintedTwice",
     "云山县工业局关于落实责任推进复工复产的通知 云山县工业局关于落实责任\n推进复工复产的通知\n"
     "各企业：\n现将有关事项通知如下。\n",
     {{"title", "云山县工业局关于落实责任推进复工复产的通知"}}},
    {"VersionBelowTheTitle",
     "云山县档案管理办法\n（试行）\n第一条　为了管理档案，制定本办法。\n",
     {{"title", "云山县档案管理办法（试行）"}, {"doctype", "办法"}}},
    {"TitleThatEndsInNoKind",
     "关于加快完善支持政策体系\n推动高质量发展的若干措施\n为推动发展，制定以下措施。\n一、加大投"
     "入。\n",
     {{"title", "关于加快完善支持政策体系推动高质量发展的若干措施"}, {"doctype", ""}}},
    {"WhatExplainsADocumentIsNone",
     "《关于做好防控工作的通知》解读\n\n为做好防控工作，有关部门印发了《通知》。现解读如下。\n",
     {{"title", "《关于做好防控工作的通知》解读"}, {"doctype", ""}}},
    {"ReportOfAnAgency",
     "新华社某地1月21日电（记者 张三）近日刊发题为《部署五项举措》的文章。会议指出，要高度重视。\n"
     "一是依法处置，按照机制执行。\n",
     {{"title", ""}, {"date", ""}}},
    {"ReportOfAnAgencyOverTwoLines",
     "新华社某地8月18日电\n国务院召开全体会议，研究部署工作。会议指出，要高度重视。\n",
     {{"title", ""}, {"date", ""}}},
    {"TitleQuotedInTheBody",
     "各科室：\n现将《考勤办法》印发给你们，请遵照执行。\n云山县财政局办公室\n2023年5月6日\n",
     {{"title", ""}, {"creator", "云山县财政局办公室"}, {"date", "2023-05-06"}}},
    {"PageOfAGovernmentSite",
     "首页 > 政务公开 > "
     "政策文件\n云山县人民政府门户网站\n索引号：000014349/2023-00011　　发布机构：云"
     "山县政府办\n生成日期：2023-05-11　　公开日期：2023年5月12日\n"
     "云山县人民政府办公室关于印发《云山县防汛\n应急预案》的通知\n"
     "发布时间：2023-05-12 16:20  来源：县政府办  浏览次数：231次  字体：【大 中 小】\n打印本页 | "
     "关闭窗口\n云政办发〔2023〕21号\n各乡镇人民政府，县直各单位：\n"
     "《云山县防汛应急预案》已经同意，现印发给你们，请认真贯彻执行。\n云山县人民政府办公室\n"
     "2023年5月10日\n附件下载：云山县防汛应急预案.docx\n上一篇：关于检查的通知\n"
     "下一篇：云山县人民政府办公室关于表彰的通报\n2023年5月20日\n版权所有：云山县人民政府\n",
     {{"title", "云山县人民政府办公室关于印发《云山县防汛应急预案》的通知"},
      {"document_number", "云政办发〔2023〕21号"},
      {"creator", "云山县人民政府办公室"},
      {"date", "2023-05-10"},
      {"doctype", "通知"}}},
    {"PageTurnedIntoMarks",
     "# 云山县促进航天发展行动计划\n- **发布日期**: 2023年11月\n- **发布机构**: 云山县\n"
     "- **文件编号**：云府办发〔2023〕19号\n## 政策全文\n"
     "云山县人民政府办公室关于印发《云山县促进航天发展行动计划》的通知\n各乡镇人民政府：\n"
     "现将《行动计划》印发给你们，请认真按照执行。\n云山县人民政府办公室\n2023年10月24日\n",
     {{"title", "云山县人民政府办公室关于印发《云山县促进航天发展行动计划》的通知"},
      {"document_number", "云府办发〔2023〕19号"},
      {"creator", "云山县人民政府办公室"},
      {"date", "2023-10-24"}}},
    {"AnnexByItself",
     "附件1\n云山县2023年度考核细则\n一、考核对象\n二、考核内容\n",
     {{"title", "云山县2023年度考核细则"}, {"doctype", "细则"}, {"date", ""}, {"creator", ""}}},
    {"ImprintThatFloatedUp",
     "云山县人民政府办公室　2020年2月19日印发\n云政办发〔2020〕3号\n关于做好春耕的通知\n各乡镇人民"
     "政"
     "府：\n现将有关事项通知如下。\n",
     {{"title", "关于做好春耕的通知"}, {"date", ""}}},
    {"DayUnderTheSealThenTheForwardedText",
     "云山县人民政府办公室转发县农业局关于\n加强农机安全工作意见的通知\n云政办发〔2005〕33号\n"
     "各乡镇人民政府：\n《关于加强农机安全工作的意见》已经同意，现转发给你们，请认真贯彻执行。\n"
     "二〇〇五年六月十日\n关于加强农机安全工作的意见\n县农业局\n（二〇〇五年六月一日）\n"
     "为加强农机安全，提出如下意见：\n一、提高认识。\n",
     {{"title", "云山县人民政府办公室转发县农业局关于加强农机安全工作意见的通知"},
      {"creator", "云山县人民政府办公室"},
      {"date", "2005-06-10"}}},
    {"DayWithoutItsYear",
     "关于值班的通知\n各科室：\n请安排值班。\n云山县人民政府办公室\n9月20日\n",
     {{"creator", "云山县人民政府办公室"}, {"date", ""}}},
    {"DayBesideTheOrgan",
     "关于召开会议的通知\n各学校：\n定于2017年3月15日召开会议。\n一、会议时间：2017年3月15日上午9:"
     "00\n"
     "云山县教育局　　2017年3月9日\n",
     {{"creator", "云山县教育局"}, {"date", "2017-03-09"}}},
    {"DayOfTheAnnexIsNotTheDocuments",
     "云山县财政局关于报送报表的通知\n各乡镇财政所：\n请于4月1日前报送。\n附件：1.报表一\n2."
     "报表二\n\n"
     "云山县财政局\n2016年3月1日\n\n附件1\n报表一\n填表说明\n2016年2月2日\n",
     {{"creator", "云山县财政局"}, {"date", "2016-03-01"}}},
    {"Motion",
     "云山县人民政府关于提请审议《云山县水源保护决定（草案）》的议案\n云山县人民代表大会常务委员会"
     "：\n"
     "现提请审议。\n县长　张三\n2016年4月5日\n",
     {{"title", "云山县人民政府关于提请审议《云山县水源保护决定（草案）》的议案"},
      {"creator", "云山县人民政府"},
      {"date", "2016-04-05"},
      {"doctype", "议案"}}},
    {"DayOfTheMoonIsNoDate",
     "云山县志办公室关于征集资料的函\n各单位：\n请予支持。\n云山县志办公室\n农历二〇二〇年正月初五"
     "\n",
     {{"creator", "云山县志办公室"}, {"date", ""}, {"doctype", "函"}}},
    {"Bulletin",
     "云 山 政 务 简 报\n第 23 期（总第 301 期）\n云山县人民政府办公室　　　　2018年9月6日\n"
     "我县秋收工作进展顺利\n连日来，我县抓住晴好天气，组织秋收。截至目前，已收获过半。\n",
     {{"title", "云山政务简报"}, {"date", "2018-09-06"}, {"doctype", "简报"}}},
    {"PartyGroup",
     "中共云山县财政局党组\n关于巡察整改情况的报告\n中共云山县委巡察办：\n现将整改情况报告如下。\n"
     "一、整改情况\n中共云山县财政局党组\n2021 年 11 月 5 日\n",
     {{"title", "中共云山县财政局党组关于巡察整改情况的报告"},
      {"creator", "中共云山县财政局党组"},
      {"date", "2021-11-05"}}},
    {"Eighties",
     "云山县人民政府文件\n云政发〔1985〕第012号\n关于批转县财政局《一九八五年财政工作意见》的通知\n"
     "各公社：\n现批转给你们，请贯彻执行。\n云山县人民政府\n一九八五年三月二十日\n主题词：财政　"
     "意见\n云山县人民政府办公室　一九八五年三月二十五日印发\n",
     {{"title", "关于批转县财政局《一九八五年财政工作意见》的通知"},
      {"creator", "云山县人民政府"},
      {"date", "1985-03-20"},
      {"doctype", "通知"}}},
};

INSTANTIATE_TEST_SUITE_P(, ReadsForm, testing::ValuesIn(kForms),
                         [](const auto& test) { return std::string{test.param.name}; });

struct Zero {
  const char* name = "";
  const char* written = "";
  const char* iso = "";
};
void PrintTo(const Zero& zero, std::ostream* out) { *out << zero.name; }

class ReadsHanYear : public testing::TestWithParam<Zero> {};

TEST_P(ReadsHanYear, WithAnyZero) {
  const std::string text =
      "云山县财政局关于检查的通知\n各单位：\n现将有关事项通知如下。\n云山县财政局\n";
  EXPECT_EQ(describe_text(text + GetParam().written + "\n").value("date"), GetParam().iso);
}

const Zero kZeros[] = {{"Circle", "二○○八年十二月二日", "2008-12-02"},
                       {"Ideographic", "二〇〇八年十二月二十日", "2008-12-20"},
                       {"Word", "二零零八年十月三十一日", "2008-10-31"},
                       {"WideLetter", "二ＯＯ八年十月二十日", "2008-10-20"},
                       {"Letter", "二OO八年一月一日", "2008-01-01"},
                       {"Cyrillic", "二О一О年一月一日", "2010-01-01"},
                       {"Digit", "二00八年一月十一日", "2008-01-11"},
                       {"NoSuchDay", "二〇二一年二月三十日", ""}};

INSTANTIATE_TEST_SUITE_P(, ReadsHanYear, testing::ValuesIn(kZeros),
                         [](const auto& test) { return std::string{test.param.name}; });

// What a person must look at: below the profile's bound, or nothing at all.
constexpr double kBound = 0.6;

class GuessesNothing : public testing::TestWithParam<Case> {};

TEST_P(GuessesNothing, Surely) {
  const Described described = describe_text(GetParam().text);
  for (const auto& [field, value] : GetParam().expected) {
    EXPECT_EQ(value, "");
    EXPECT_TRUE(described.value(field).empty() || described.confidence(field) < kBound)
        << field << ": " << described.value(field) << " " << described.confidence(field);
  }
}

const Case kOdd[] = {
    {"Collection",
     "制度汇编\n目录\n第一篇 收文制度\n第二篇 发文制度\n第一篇\n云山县人民政府办公室收文制度\n"
     "第一条 为规范收文，制定本制度。\n二○○六年二月一日\n第二篇\n云山县人民政府办公室发文制度\n"
     "第一条 为规范发文，制定本制度。\n云山县人民政府办公室\n二○○八年十二月二日\n",
     {{"creator", ""}, {"date", ""}, {"doctype", ""}}},
    {"SeveralSetsOfArticles",
     "云山县收文办法\n第一条　为规范收文，制定本办法。\n云山县发文办法\n第一条　为规范发文，制定本"
     "办"
     "法。\n云山县人民政府办公室\n2008年12月2日\n",
     {{"creator", ""}, {"date", ""}}},
    {"English",
     "Notice on Archive Work\n\nDear colleagues,\nPlease hand over your files by March 3, 2023.\n\n"
     "Office of Archives\n2023-03-01\n",
     {{"title", ""}, {"creator", ""}, {"doctype", ""}}},
    {"Cells", "\"\",,,,\n\"\",,,,\n\"\",,,,\n1,2,3,4\n", {{"title", ""}, {"date", ""}}},
    {"Table",
     "序号\n姓名\n单位\n1\n张三\n云山县财政局\n2\n李四\n云山县教育局\n",
     {{"title", ""}, {"doctype", ""}, {"date", ""}}},
    {"OrganWithoutItsPlace",
     "关于检查的通知\n各单位：\n现将有关事项通知如下。\n市财政局\n2020年3月4日\n",
     {{"creator", ""}}},
    {"OfficeWithoutItsOrgan",
     "关于检查的通知\n各单位：\n现将有关事项通知如下。\n办公室\n2020年3月4日\n",
     {{"creator", ""}}},
    {"FormWithBlanks",
     "发文机关一\n发文机关二\n密级\n紧急程度\n标题\n",
     {{"creator", ""}, {"date", ""}, {"doctype", ""}}},
    {"PageNumbers", "—1—\n- 2 -\n第3页 共5页\n", {{"title", ""}, {"date", ""}}},
    {"Empty", "", {{"title", ""}, {"creator", ""}, {"date", ""}, {"doctype", ""}}},
};

INSTANTIATE_TEST_SUITE_P(, GuessesNothing, testing::ValuesIn(kOdd),
                         [](const auto& test) { return std::string{test.param.name}; });

TEST(Confidence, GrowsWithEvidence) {
  const double sentence = describe_text("某地新办一所学校\n").confidence("title");
  const double heading =
      describe_text("某地新办学校的消息\n近日，某地新办一所学校，受到欢迎。\n").confidence("title");
  const double complete =
      describe_text("关于新办学校的通知\n近日，某地新办一所学校，受到欢迎。\n").confidence("title");
  const double placed =
      describe_text("关于新办学校的通知\n云教〔2020〕3号\n各学校：\n请认真执行。\n")
          .confidence("title");
  EXPECT_LT(sentence, kBound);
  EXPECT_LT(heading, complete);
  EXPECT_LT(complete, placed);
}

TEST(Dates, DayUnderTheSealAboveWhatIsSent) {
  const Described found = describe_text(
      "各单位：\n　　现将《清查若干措施》印发给你们，请认真执行。\n2023年9月10日\n清查若干措施\n"
      "　　为摸清家底，提出如下措施。\n　　一、按月清点。\n");
  EXPECT_EQ(found.value("date"), "2023-09-10");
}

}  // namespace
}  // namespace guidang::describe
