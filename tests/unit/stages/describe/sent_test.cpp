// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/subtype.h"
#include "tests/unit/stages/describe/text_case.h"

namespace guidang::describe {
namespace {

struct TitleCase {
  const char* name = "";
  const char* title = "";
  const char* doctype = "";
  const char* subtype = "";
  std::vector<std::string> inner{};
};
void PrintTo(const TitleCase& c, std::ostream* out) { *out << c.name; }

class ReadsTitle : public testing::TestWithParam<TitleCase> {};
TEST_P(ReadsTitle, ForWhatItSends) {
  EXPECT_EQ(subtype_of(GetParam().title, GetParam().doctype), GetParam().subtype);
  EXPECT_EQ(inner_titles(GetParam().title).titles, GetParam().inner);
}

const TitleCase kTitles[] = {
    {"Issues", "云山县财政局关于印发《资产清查办法》的通知", "通知", "印发", {"资产清查办法"}},
    {"IssuesTwo",
     "云山县财政局关于印发《甲办法》和《乙办法》的通知",
     "通知",
     "印发",
     {"甲办法", "乙办法"}},
    {"Nested",
     "云山县财政局关于转发《青河市财政局关于印发〈资产清查办法〉的通知》的通知",
     "通知",
     "转发",
     {"青河市财政局关于印发《资产清查办法》的通知"}},
    {"ForwardsANotice",
     "云山县财政局转发青河市财政局关于做好资产清查工作的通知",
     "通知",
     "转发",
     {"青河市财政局关于做好资产清查工作的通知"}},
    {"ForwardsAnOpinion",
     "云山县人民政府批转县民政局关于清理整顿社会团体意见的通知",
     "通知",
     "批转",
     {"县民政局关于清理整顿社会团体意见"}},
    {"MarksInsideOfWhatIsForwarded",
     "云山县财政局转发青河市财政局关于贯彻《预算法》的意见的通知",
     "通知",
     "转发",
     {"青河市财政局关于贯彻《预算法》的意见"}},
    {"Unmarked", "云山县财政局关于印发资产清查办法的通知", "通知", "印发", {}},
    {"Appoints", "云山县人民政府关于张三等同志任职的通知", "通知", "任免", {}},
    {"CallsAMeeting", "云山县人民政府办公室关于召开全县农业工作会议的通知", "通知", "会议", {}},
    {"Praises", "云山县人民政府关于表扬先进单位的通报", "通报", "表扬", {}},
    {"Blames", "云山县人民政府办公室关于三起违规问题的通报", "通报", "批评", {}},
    {"ReplyLetter", "云山县财政局关于划转经费的复函", "函", "复函", {}},
    {"ExecutiveMeeting", "云山县人民政府常务会议纪要", "纪要", "常务会议", {}},
    {"WordsOfWhatIsSent",
     "云山县财政局关于印发《任免工作规则》的通知",
     "通知",
     "印发",
     {"任免工作规则"}},
    {"Plain", "云山县财政局关于做好防汛工作的通知", "通知", "", {}},
};
INSTANTIATE_TEST_SUITE_P(, ReadsTitle, testing::ValuesIn(kTitles),
                         [](const auto& test) { return std::string{test.param.name}; });

class ReadsSent : public testing::TestWithParam<TextCase> {};
TEST_P(ReadsSent, AndNotes) { expect_fields(GetParam()); }

const TextCase kSent[] = {
    {"TitleFromTheBody",
     "云山县财政局关于印发资产清查办法的通知\n各单位：\n　　现将《云山县资产清查办法（试行）》印发"
     "给你们，请遵照执行。\n"
     "云山县财政局\n2023年5月6日\n",
     {{"inner_title", "云山县资产清查办法（试行）"}}},
    {"OnlyWhatIsSent",
     "云山县财政局关于印发资产清查办法的通知\n各单位：\n"
     "　　根据《预算法》，现将《资产清查办法》印发给你们，《旧办法》同时废止。\n云山县财政局\n2023"
     "年5月6日\n",
     {{"inner_title", "资产清查办法"}}},
    {"Adopted",
     "青河市湿地保护条例\n（2015年3月27日青河市第十三届人民代表大会常务委员会第十次会议通过　2015年"
     "5月28日"
     "云江省第十二届人民代表大会常务委员会第六次会议批准　2015年6月1日公布）\n第一章　总则\n第一条"
     "　为了保护湿地，制定本条例。\n",
     {{"adoption",
       "2015-03-27 青河市第十三届人民代表大会常务委员会第十次会议通过 | "
       "2015-05-28 云江省第十二届人民代表大会常务委员会第六次会议批准"}}},
    {"AdoptedByOrder",
     "青河市人民政府令\n第17号\n《青河市城市绿化办法》已经2019年5月6日市人民政府第8次常务会议通过，"
     "现予公布，自2019年7月1日起施行。\n"
     "市长　王五\n2019年5月20日\n",
     {{"adoption", "2019-05-06 市人民政府第8次常务会议通过"}}},
    {"IssuedIsNotAdopted",
     "城市节水条例\n2010年4月8日 中华人民共和国国务院令第973号公布\n第一章 总则\n第一条 "
     "为了节水，制定本条例。\n",
     {{"adoption", ""}}},
    {"Contact",
     "云山县财政局关于申请资金的请示\n市财政局：\n　　请予批准。\n云山县财政局\n2023年5月6日\n（联"
     "系人：李四，电话：000000）\n",
     {{"annotation", "联系人：李四，电话：000000"}, {"disclosure", ""}}},
    {"OpenToAll",
     "云山县财政局关于清查的通知\n各单位：\n　　现通知如下，请执行。\n云山县财政局\n2023年5月6日\n"
     "（此件公开发布）\n",
     {{"annotation", "此件公开发布"}, {"disclosure", "公开发布"}}},
    {"OpenOnRequest",
     "云山县财政局关于清查的通知\n各单位：\n　　现通知如下，请执行。\n云山县财政局\n2023年5月6日\n"
     "（公开方式：依申请公开）\n",
     {{"disclosure", "依申请公开"}}},
    {"TwoNotes",
     "云山县财政局关于清查的通知\n各单位：\n　　现通知如下，请执行。\n云山县财政局\n2023年5月6日\n"
     "（此件发至乡镇）\n（联系人：李四，\n"
     "电话：000000）\n附件：\n登记表\n",
     {{"annotation", "此件发至乡镇；联系人：李四，电话：000000"}}},
    {"SealIsNoNote",
     "云山县财政局关于清查的通知\n各单位：\n　　现通知如下，请执行。\n云山县财政局\n2023年5月6日\n"
     "（印章）\n",
     {{"annotation", ""}}},
};
INSTANTIATE_TEST_SUITE_P(, ReadsSent, testing::ValuesIn(kSent), name_of_case);

TEST(Sent, TheHeadingBelowTheSignatureAgrees) {
  const Described described = describe_text(
      "云山县财政局关于转发《青河市财政局关于做好资产清查工作的通知》的通知\n各单位：\n　　请执行。"
      "\n云山县财政局\n2023年5月6日\n"
      "关于做好资产清查工作的通知\n青财〔2023〕3号\n各县财政局：\n　　现通知如下。\n青河市财政局\n2"
      "023年4月1日\n");
  EXPECT_EQ(described.value("inner_title"), "青河市财政局关于做好资产清查工作的通知");
  EXPECT_GE(described.confidence("inner_title"), 0.95);
}

}  // namespace
}  // namespace guidang::describe
