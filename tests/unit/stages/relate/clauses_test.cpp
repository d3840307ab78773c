// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/clauses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace guidang::relate {
namespace {

/// "r 甲办法 云政发〔2019〕6号 1:2" for each mention that says more than that it cites.
std::vector<std::string> said(const std::string& text, const std::string& title = "") {
  std::vector<std::string> list;
  for (const Mention& mention : read_clauses({text}, title)) {
    if (mention.verb == Verb::cites) continue;
    std::string one(1, static_cast<char>(mention.verb));
    for (const std::string& part : {mention.title, mention.number, mention.place}) {
      if (!part.empty()) one += " " + part;
    }
    list.push_back(one);
  }
  return list;
}

struct Case {
  std::string name;
  std::string text;
  std::vector<std::string> expected;
  std::string title = "";
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Clause : public testing::TestWithParam<Case> {};

TEST_P(Clause, IsRead) {
  EXPECT_THAT(said(GetParam().text, GetParam().title),
              testing::ElementsAreArray(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    Repeals, Clause,
    testing::Values(
        Case{"WithNumber",
             "第九条 "
             "本办法自2023年1月1日起施行。\n《云溪县公务用车管理办法》（云政发〔2019〕6号）同时废止"
             "。",
             {"r 云溪县公务用车管理办法 云政发〔2019〕6号 1:2"}},
        Case{"NumberAlone",
             "云政办发〔2022〕6号自本通知印发之日起停止执行。",
             {"r 云政办发〔2022〕6号 1:1"}},
        Case{"ByTitleWithDateAndOrgan",
             "1996年7月30日云溪县人民政府发布的《云溪县公共场所管理办法》同时废止。",
             {"r 云溪县公共场所管理办法 1:1"}},
        Case{"List",
             "《甲管理办法》（云政发〔2010〕1号）、2012年印发的《乙管理办法》和《丙管理办法》同时废"
             "止。",
             {"r 甲管理办法 云政发〔2010〕1号 1:1", "r 乙管理办法 1:1", "r 丙管理办法 1:1"}},
        Case{"AfterAComma",
             "《甲管理办法》（云政发〔2010〕1号），自2023年5月1日起废止。",
             {"r 甲管理办法 云政发〔2010〕1号 1:1"}},
        Case{"OverTwoLines",
             "本办法自印发之日起施行，有效期五年，县政府办公室印发的《云溪县公\n务用车管理办法》（"
             "云政发〔2019〕6号）同时废止。",
             {"r 云溪县公务用车管理办法 云政发〔2019〕6号 1:1"}},
        Case{"Active",
             "经研究，决定废止2001年3月5日印发的《甲管理办法》和《乙管理办法》。",
             {"r 甲管理办法 1:1", "r 乙管理办法 1:1"}},
        Case{
            "InTheTitle", "", {"r 甲管理办法 title"}, "云溪县人民政府关于废止《甲管理办法》的通知"},
        Case{"Void", "原《甲管理办法》作废。", {"r 甲管理办法 1:1"}},
        Case{"ThisOnePrevails",
             "此前印发的《甲管理办法》（云政发〔2010〕1号）以本件为准。",
             {"r 甲管理办法 云政发〔2010〕1号 1:1"}},
        Case{"AndOthers", "《甲管理办法》等有关规定同时废止。", {"r 甲管理办法 1:1"}}));

INSTANTIATE_TEST_SUITE_P(
    NoRepeals, Clause,
    testing::Values(Case{"Citation", "根据《甲管理办法》（云政发〔2010〕1号），制定本办法。", {}},
                    Case{"ReasonBefore", "根据《甲管理办法》，原有规定同时废止。", {}},
                    Case{"OnlyTheListBehindTheReason",
                         "根据《甲条例》，经研究，《乙管理办法》同时废止。",
                         {"r 乙管理办法 1:1"}},
                    Case{"Proposed", "建议对《甲管理办法》予以废止。", {}},
                    Case{"OfThePast", "《甲管理办法》已废止，请勿引用。", {}},
                    Case{"Normative", "与上位法抵触的规范性文件应当予以废止。", {}},
                    Case{"OfThings", "过期失效农药，应当加强管理。", {}},
                    Case{"AttributeBehind", "《甲管理办法》废止后，按照新规定办理。", {}},
                    Case{"InAnotherTitle", "现转发《关于废止甲管理办法的通知》，请遵照执行。", {}},
                    Case{"ItsOwnName", "以前的规定与本《办法》不一致的，以本《办法》为准。", {}},
                    Case{"FarFromIt",
                         "各单位要学习《甲管理办法》，对不符合要求的证件一律收回，原证件同时作废。",
                         {}},
                    Case{"SaidByTheForwardedOne",
                         "《甲管理办法》同时废止。",
                         {},
                         "转发省政府关于做好某项工作的通知的通知"}));

INSTANTIATE_TEST_SUITE_P(
    Parts, Clause,
    testing::Values(
        Case{"Article",
             "《甲管理办法》（云政发〔2010〕1号）第三条同时废止。",
             {"m 甲管理办法 云政发〔2010〕1号 1:1"}},
        Case{"SomeRules", "《甲管理办法》中有关收费的规定停止执行。", {"m 甲管理办法 1:1"}},
        Case{"WhereTheyDiffer",
             "《甲管理办法》与本通知不一致的，以本通知为准。",
             {"m 甲管理办法 1:1"}},
        Case{"Amended",
             "现对《甲管理办法》（云政发〔2010〕1号）作如下修改：",
             {"m 甲管理办法 云政发〔2010〕1号 1:1"}},
        Case{"AmendedByTitle", "", {"m 甲管理办法 title"}, "关于修改《甲管理办法》的决定"}));

INSTANTIATE_TEST_SUITE_P(
    Others, Clause,
    testing::Values(Case{"Reissue", "", {"n 甲管理办法 title"}, "关于重新印发《甲管理办法》的通知"},
                    Case{"Revised", "现将修订后的《甲管理办法》印发给你们。", {"n 甲管理办法 1:1"}},
                    Case{"Received",
                         "你局《关于调整编制的请示》（云水〔2023〕5号）收悉。",
                         {"a 关于调整编制的请示 云水〔2023〕5号 1:1"}},
                    Case{"ReceivedWithoutBrackets",
                         "你局关于调整编制的请示收悉。现批复如下：",
                         {"a 关于调整编制的请示 1:1"}}));

INSTANTIATE_TEST_SUITE_P(
    Lists, Clause,
    testing::Values(
        Case{"Decision",
             "根据《立法法》的规定，决定废止下列文件：\n一、《甲管理办法》（云政发〔2001〕1号）\n"
             "二、关于做好乙工作的通知（云政发〔2002〕7号）\n3.关于做好丙工作的意见\n",
             {"r 甲管理办法 云政发〔2001〕1号 1:2", "r 云政发〔2002〕7号 1:3",
              "r 关于做好丙工作的意见 1:4"},
             "关于废止部分文件的决定"},
        Case{"Sections",
             "一、废止的文件\n1.《甲管理办法》\n二、修改的文件\n1.《乙管理办法》\n"
             "三、继续有效的文件\n1.《丙管理办法》\n",
             {"r 甲管理办法 1:2", "m 乙管理办法 1:4"},
             "关于公布文件清理结果的通知"},
        Case{"NoListWithoutTheTitle",
             "一、下列文件：\n1.《甲管理办法》\n",
             {},
             "关于学习文件的通知"}));

TEST(Clause, YearsBeforeATitleAreKept) {
  const auto mentions = read_clauses({"1994年8月18日国务院发布的《甲管理办法》同时废止。"}, "");
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_THAT(mentions.front().years, testing::ElementsAre(1994));
}

TEST(Clause, HostileTextsEnd) {
  std::string open;
  std::string words;
  std::string lists;
  for (int i = 0; i < 60'000; ++i) {
    open += "《（";
    words += "废止";
    lists += "《甲》、";
  }
  for (const std::string& text : {open, words, lists + "废止。", std::string(400'000, '\xff')}) {
    EXPECT_LE(read_clauses({text}, "关于废止文件的决定").size(), 400U);
  }
}

}  // namespace
}  // namespace guidang::relate
