// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/unit/stages/describe/text_case.h"

namespace guidang::describe {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class ReadsAnnexes : public testing::TestWithParam<TextCase> {};
TEST_P(ReadsAnnexes, AsTheyStand) { expect_fields(GetParam()); }

std::string notice(const std::string& below_body, const std::string& below_date) {
  return "云山县财政局关于开展资产清查的通知\n云财〔2023〕8号\n各单位：\n　　现将清查安排通知如下。"
         "\n" +
         below_body + "云山县财政局\n2023年5月6日\n" + below_date;
}

const TextCase kAnnexes[] = {
    {"Numbered",
     notice("附件：1．清查工作方案\n　　　2．资产登记表\n", ""),
     {{"attachments", "清查工作方案 | 资产登记表"}, {"annexes", ""}}},
    {"BelowTheWord",
     notice("附件：\n1. 清查工作方案\n2. 资产登记表\n", ""),
     {{"attachments", "清查工作方案 | 资产登记表"}}},
    {"OnOneLine",
     notice("附件：1.清查工作方案；2.资产登记表；3.联系人名单。\n", ""),
     {{"attachments", "清查工作方案 | 资产登记表 | 联系人名单"}}},
    {"NamesThatBeginWithAYear",
     notice("附件：1.2023年上半年资产情况\n　　　2.2022年资产登记表\n", ""),
     {{"attachments", "2023年上半年资产情况 | 2022年资产登记表"}}},
    {"Unnumbered", notice("附件：资产登记表\n", ""), {{"attachments", "资产登记表"}}},
    {"NameOverTwoLines",
     notice("附件：1．云山县行政事业单位资产清查\n工作方案\n　　　2．资产登记表\n", ""),
     {{"attachments", "云山县行政事业单位资产清查工作方案 | 资产登记表"}}},
    {"LastNameOverTwoLines",
     notice("附件：云山县行政事业单位国有资产清查和\n产权登记工作方案\n", ""),
     {{"attachments", "云山县行政事业单位国有资产清查和产权登记工作方案"}}},
    {"EachItsOwnLine",
     notice("附件1：清查工作方案\n附件2：资产登记表\n", ""),
     {{"attachments", "清查工作方案 | 资产登记表"}}},
    {"Bound",
     notice("附件：1．清查工作方案\n　　　2．资产登记表\n",
            "附件1\n清查工作方案\n一、目标。摸清家底。\n附件2\n资产登记表\n单位　数量\n"),
     {{"attachments", "清查工作方案 | 资产登记表"}, {"annexes", "清查工作方案 | 资产登记表"}}},
    {"BoundWithTitleBehindTheColon",
     notice("附件：1．清查工作方案\n　　　2．资产登记表\n",
            "附件1：清查工作方案\n一、目标。摸清家底。\n附件2：资产登记表\n单位　数量\n"),
     {{"annexes", "清查工作方案 | 资产登记表"}}},
    {"NamesNothing", notice("附件：略\n", ""), {{"attachments", ""}}},
    {"ListOfTheTextThatIsIssued",
     "云山县财政局关于印发《资产清查办法》的通知\n各单位：\n　　现将《资产清查办法》印发给你们。\n"
     "云山县财政局\n2023年5月6日\n"
     "资产清查办法\n第一条　为加强管理，制定本办法。\n第二条　本办法自印发之日起施行。\n第三条　清"
     "查每年一次。\n"
     "第四条　清查由财政局组织。\n第五条　结果报县政府。\n第六条　表式见附件。\n第七条　本办法由财"
     "政局解释。\n"
     "附件：登记表式\n一、说明。本表由各单位填写，一式两份，加盖公章后报送。\n二、单位名称填写全称"
     "。\n"
     "三、数量按实物填写。\n四、金额以元为单位。\n五、填表人签名。\n六、其他。\n",
     {{"attachments", ""}, {"inner_title", "资产清查办法"}, {"subtype", "印发"}}},
};
INSTANTIATE_TEST_SUITE_P(, ReadsAnnexes, testing::ValuesIn(kAnnexes), name_of_case);

TEST(Annexes, ReportsOneThatTheListDoesNotName) {
  const Described described = describe_text(
      notice("附件：清查工作方案\n",
             "附件1\n清查工作方案\n一、目标。摸清家底。\n附件2\n资产登记表\n单位　数量\n"));
  const Finding finding = described.finding("DSC-131");
  EXPECT_THAT(finding.found, HasSubstr("附件2 资产登记表"));
  EXPECT_EQ(finding.expected, "1:5: 清查工作方案");
}

TEST(Annexes, ReportsAnotherName) {
  EXPECT_THAT(
      describe_text(notice("附件：清查工作方案\n", "附件\n资产登记表\n单位　数量\n")).codes(),
      Contains("DSC-131"));
}

TEST(Annexes, SaysNothingWhereNoneIsBound) {
  EXPECT_THAT(describe_text(notice("附件：1．甲方案\n2．乙表\n", "")).codes(),
              Not(Contains("DSC-131")));
}

}  // namespace
}  // namespace guidang::describe
