// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "stages/describe/address_list.h"
#include "tests/unit/stages/describe/text_case.h"

namespace guidang::describe {
namespace {

using testing::ElementsAre;

struct ListCase {
  const char* name = "";
  const char* text = "";
  std::vector<std::string> names{};
  std::vector<std::size_t> groups{};
};
void PrintTo(const ListCase& c, std::ostream* out) { *out << c.name; }

class PartsAddressees : public testing::TestWithParam<ListCase> {};
TEST_P(PartsAddressees, AsTheDocumentDoes) {
  const AddressList list = read_addressees(GetParam().text);
  EXPECT_EQ(list.names, GetParam().names);
  EXPECT_EQ(list.groups, GetParam().groups);
}

const ListCase kLists[] = {
    {"TwoGroupsOfTheState",
     "各省、自治区、直辖市人民政府，国务院各部委、各直属机构",
     {"各省、自治区、直辖市人民政府", "国务院各部委、各直属机构"},
     {1, 1}},
    {"WholeNameBehindAGroup",
     "各省、自治区、直辖市人民政府、新疆生产建设兵团",
     {"各省、自治区、直辖市人民政府", "新疆生产建设兵团"},
     {2}},
    {"OfficesInBrackets",
     "各省、自治区、直辖市财政厅（局），新疆生产建设兵团财政局",
     {"各省、自治区、直辖市财政厅（局）", "新疆生产建设兵团财政局"},
     {1, 1}},
    {"MarksInBrackets",
     "各县（市、区）人民政府，市直各部门",
     {"各县（市、区）人民政府", "市直各部门"},
     {1, 1}},
    {"SeveralOrgans",
     "县财政局、县教育局，县人民法院",
     {"县财政局", "县教育局", "县人民法院"},
     {2, 1}},
    {"EachSharedByTwo",
     "各区县财政局、税务局，各财税分局",
     {"各区县财政局、税务局", "各财税分局"},
     {1, 1}},
    {"ElidedHeads", "市发展改革、财政、教育局", {"市发展改革、财政、教育局"}, {1}},
    {"Semicolons", "各乡镇人民政府；县直各单位", {"各乡镇人民政府", "县直各单位"}, {1, 1}},
    {"One", "青河市人民政府", {"青河市人民政府"}, {1}},
    {"Blanks", "各 乡 镇 人 民 政 府", {"各乡镇人民政府"}, {1}},
    {"Nothing", " ，、", {}, {}},
};
INSTANTIATE_TEST_SUITE_P(, PartsAddressees, testing::ValuesIn(kLists),
                         [](const auto& test) { return std::string{test.param.name}; });

class ReadsRouting : public testing::TestWithParam<TextCase> {};
TEST_P(ReadsRouting, AsItStands) { expect_fields(GetParam()); }

std::string with_imprint(const std::string& imprint) {
  return "云山县人民政府文件\n云政发〔2023〕12号\n云山县人民政府关于加强防汛工作的通知\n各乡镇人民"
         "政府：\n"
         "　　现就有关事项通知如下。\n云山县人民政府\n2023年8月30日\n" +
         imprint;
}

const TextCase kRouting[] = {
    {"SalutationOverTwoLines",
     "云山县人民政府关于防汛的通知\n各乡镇人民政府，县政府各部门，\n县直各事业单位：\n　　现通知如"
     "下。\n",
     {{"recipients", "各乡镇人民政府 | 县政府各部门 | 县直各事业单位"}}},
    {"CopiesInGroups",
     with_imprint("抄送：县委各部门，县人武部。\n　　　县人大常委会办公室，县政协办公室，\n　　　县"
                  "人民法院。\n"
                  "云山县人民政府办公室　　2023年9月1日印发\n"),
     {{"cc", "县委各部门 | 县人武部 | 县人大常委会办公室 | 县政协办公室 | 县人民法院"},
      {"issuing_office", "云山县人民政府办公室"},
      {"issuing_date", "2023-09-01"},
      {"printed_copies", ""}}},
    {"NameCutByALineEnd",
     with_imprint("抄送：县人大常委会办公室，县政\n　　　协办公室。\n云山县人民政府办公室　2023年9"
                  "月1日印发\n"),
     {{"cc", "县人大常委会办公室 | 县政协办公室"}}},
    {"OldImprint",
     "云山县人民政府关于加强防汛工作的通知\n云政发〔1998〕12号\n各乡镇人民政府：\n　　现通知如下。"
     "\n"
     "云山县人民政府\n一九九八年五月六日\n主题词：水利　防汛　通知\n抄报：青河市人民政府。\n"
     "抄送：县委办公室，县武装部。\n云山县人民政府办公室　一九九八年五月八日印发\n（共印120份）\n",
     {{"keywords", "水利 | 防汛 | 通知"},
      {"cc", "青河市人民政府 | 县委办公室 | 县武装部"},
      {"issuing_date", "1998-05-08"},
      {"printed_copies", "120"},
      {"date", "1998-05-06"}}},
    {"CountOnThePrintLine",
     with_imprint("抄送：县委办公室。\n云山县人民政府办公室　2023年9月1日印发　（共印80份）\n"),
     {{"printed_copies", "80"}, {"issuing_office", "云山县人民政府办公室"}}},
    {"RecipientsInTheImprint",
     "云山县人民政府关于加强防汛工作的通知\n云政发〔2023〕12号\n　　现就防汛工作通知如下，请认真执"
     "行。\n"
     "云山县人民政府\n2023年8月30日\n主送：各乡镇人民政府，县政府各部门。\n抄送：县委办公室。\n"
     "云山县人民政府办公室　2023年9月1日印发\n",
     {{"recipients", "各乡镇人民政府 | 县政府各部门"}, {"cc", "县委办公室"}}},
    {"MinutesSharedOut",
     "云山县人民政府常务会议纪要\n〔2021〕5号\n2021年4月2日，县长主持召开县人民政府常务会议。现将议"
     "定事项纪要如下。\n"
     "一、会议听取了有关工作汇报。\n分送：县委常委，县政府各副县长，县财政局、县教育局。\n"
     "云山县人民政府办公室　2021年4月6日印发\n",
     {{"recipients", "县委常委 | 县政府各副县长 | 县财政局 | 县教育局"},
      {"issuing_date", "2021-04-06"},
      {"date", ""}}},
    {"NoImprint", with_imprint(""), {{"cc", ""}, {"issuing_office", ""}, {"issuing_date", ""}}},
    {"FormOfAnAnnex",
     with_imprint("附件：\n发文稿纸\n主送：\n份数：\n拟稿人：\n"),
     {{"cc", ""}, {"printed_copies", ""}, {"recipients", "各乡镇人民政府"}}},
    {"SentenceAboutPrinting",
     with_imprint("2022年3月29日印发的《防汛工作规则》停止执行。\n"),
     {{"issuing_date", ""}}},
};
INSTANTIATE_TEST_SUITE_P(, ReadsRouting, testing::ValuesIn(kRouting), name_of_case);

TEST(Routing, KeepsTheGroupsOfCopies) {
  const Described described =
      describe_text(with_imprint("抄送：县委各部门，县人武部。\n县人大常委会办公室。\n云山县人民政"
                                 "府办公室　2023年9月1日印发\n"));
  EXPECT_THAT(described.description.find("cc")->groups, ElementsAre(2, 1));
  EXPECT_EQ(described.description.find("cc")->source, "1:8");
}

TEST(Routing, ReportsADayOfPrintingThatDoesNotExist) {
  const Described described =
      describe_text(with_imprint("云山县人民政府办公室　2023年2月30日印发\n"));
  EXPECT_EQ(described.value("issuing_date"), "");
  EXPECT_EQ(described.finding("DSC-107").found, "2023年2月30日");
}

}  // namespace
}  // namespace guidang::describe
