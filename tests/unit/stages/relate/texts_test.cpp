// SPDX-License-Identifier: GPL-3.0-or-later
// Ties that the texts of documents tell.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "stages/relate/relate.h"
#include "tests/unit/stages/fake_set.h"

namespace guidang {
namespace {

using fake::Document;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RelateTexts : public testing::Test {
 protected:
  fake::Set set;
  fake::Said said;

  /// A document with this text.
  Document doc(const RecordId& id, const std::string& text = "") {
    if (!text.empty()) set.pages["text of " + id] = {text};
    return Document(set.document(id), id, text.empty() ? "" : "text of " + id);
  }
  /// "d2 replaces d1"; what only says the same from the other side is left out.
  std::vector<std::string> relate() {
    said = fake::run(Relate{}, set);
    std::vector<std::string> list;
    for (const auto& [id, fact] : said.facts) {
      for (const Relation& tie : std::get<Relations>(fact).list) {
        EXPECT_FALSE(tie.evidence.empty());
        const bool said_twice =
            tie.kind.ends_with("ed_by") || (tie.kind == "near_duplicate" && tie.other < id);
        if (!said_twice) list.push_back(id + " " + tie.kind + " " + tie.other);
      }
    }
    return list;
  }
  std::string evidence(const RecordId& id) {
    return said.find<Relations>(id)->list.front().evidence;
  }
  static std::string long_text(int seed, int sentences = 60) {
    std::string text;
    for (int i = 0; i < sentences; ++i) {
      text += "第" + std::to_string(seed * 1000 + i * 7) + "项要求由责任单位按期完成并报告。\n";
    }
    return text;
  }
};

TEST_F(RelateTexts, ARepealNamesItsPlace) {
  doc("d1").title("云溪县公务用车管理办法").number("云政发〔2019〕6号").date("2019-03-01");
  doc("d2", "第一条 略。\n《云溪县公务用车管理办法》（云政发〔2019〕6号）同时废止。")
      .title("云溪县公务用车管理办法")
      .number("云政发〔2023〕9号")
      .date("2023-05-01");
  EXPECT_THAT(relate(), ElementsAre("d2 replaces d1"));
  EXPECT_THAT(evidence("d2"), HasSubstr("(1:2)"));
  EXPECT_EQ(said.find<Relations>("d1")->list.front().kind, "replaced_by");
}

TEST_F(RelateTexts, ARepealByTitleMeansTheOneThatFits) {
  doc("d1").title("云溪县会议管理办法").date("2005-03-01");
  doc("d2").title("云溪县会议管理办法").date("2010-03-01");
  doc("d3", "2010年3月1日印发的《云溪县会议管理办法》同时废止。")
      .title("云溪县会议管理办法")
      .date("2023-05-01");
  doc("d4").title("云溪县人民政府关于印发《云溪县接待管理办法》的通知").date("2012-01-01");
  doc("d5", "《云溪县接待管理办法》同时废止。").title("云溪县接待管理规定").date("2022-01-01");
  EXPECT_THAT(relate(), ElementsAre("d3 replaces d2", "d5 replaces d4"));
}

TEST_F(RelateTexts, WhereTwoCouldBeMeantNothingIsReplaced) {
  doc("d1").title("云溪县会议管理办法").date("2005-03-01");
  doc("d2").title("云溪县会议管理办法").date("2010-03-01");
  doc("d3", "《云溪县会议管理办法》同时废止。").title("会议若干规定").date("2023-05-01");
  EXPECT_THAT(relate(), IsEmpty());
}

TEST_F(RelateTexts, NothingReplacesWhatIsYoungerOrItself) {
  doc("d1", "《云溪县会议管理办法》同时废止。").title("云溪县会议管理办法").date("2005-03-01");
  doc("d2", "《云溪县会议管理办法》同时废止。").title("云溪县会议管理办法").date("2010-03-01");
  EXPECT_THAT(relate(), ElementsAre("d2 replaces d1"));
}

TEST_F(RelateTexts, ACitationRepealsNothing) {
  doc("d1").title("甲管理办法试行稿").number("云政发〔2019〕6号").date("2019-03-01");
  doc("d2", "根据《甲管理办法试行稿》（云政发〔2019〕6号），现通知如下。")
      .title("关于做好工作的通知")
      .date("2023-05-01")
      .with("cited_numbers", {"云政发〔2019〕6号"});
  EXPECT_THAT(relate(), ElementsAre("d2 cites d1"));
  EXPECT_THAT(evidence("d2"), HasSubstr("(1:1)"));
}

TEST_F(RelateTexts, AnArticleIsAnAmendment) {
  doc("d1").title("甲管理办法").number("云政发〔2019〕6号").date("2019-03-01");
  doc("d2", "《甲管理办法》（云政发〔2019〕6号）第三条同时废止。").title("规定").date("2023-05-01");
  EXPECT_THAT(relate(), ElementsAre("d2 amends d1"));
}

TEST_F(RelateTexts, AReissueReplacesTheLastEditionOfItsOrgan) {
  const std::string title = "关于印发《云溪县会议管理办法》的通知";
  doc("d1").title(title).creator("县政府").date("2005-03-01");
  doc("d2").title(title).creator("县政府").date("2010-03-01");
  doc("d3").title(title).creator("市政府").date("2015-03-01");
  doc("d4").title("关于重新印发《云溪县会议管理办法》的通知").creator("县政府").date("2023-05-01");
  EXPECT_THAT(relate(), ElementsAre("d4 replaces d2"));
}

TEST_F(RelateTexts, AForwardedDocumentIsFoundByItsTitle) {
  doc("d1")
      .received()
      .creator("市政府")
      .title("青溪市人民政府关于加强防汛工作的意见")
      .date("2023-03-01");
  doc("d2")
      .issued()
      .creator("县政府")
      .title("云溪县人民政府转发青溪市人民政府关于加强防汛工作意见的通知")
      .date("2023-04-01");
  doc("d3").received().creator("省厅").title("关于开展档案检查的通知").date("2023-03-01");
  doc("d4")
      .issued()
      .creator("县局")
      .title("转发《省厅关于开展档案检查的通知》的通知")
      .date("2023-04-01");
  EXPECT_THAT(relate(), ElementsAre("d2 forwards d1", "d4 forwards d3"));
}

TEST_F(RelateTexts, WhatIsIssuedMayLieThereAsAFileOfItsOwn) {
  doc("d1").title("云溪县人民政府关于印发《云溪县防汛工作方案》的通知").number("云政发〔2023〕1号");
  doc("d2").title("云溪县防汛工作方案");
  EXPECT_THAT(relate(), ElementsAre("d2 attachment_of d1"));
}

TEST_F(RelateTexts, AReplySaysWhichLetterItHasReceived) {
  doc("d1").issued().title("云溪县关于将我县列为试点的请示").date("2023-03-06");
  doc("d2", "你县《关于将我县列为试点的请示》收悉。现批复如下：")
      .received()
      .title("关于云溪县试点工作的批复")
      .date("2023-04-03");
  doc("d3").received().title("关于商请提供水利资料的函").date("2023-05-01").creator("甲局");
  doc("d4", "贵局《关于商请提供水利资料的函》收悉，现提供如下。")
      .issued()
      .title("关于水利资料情况的函")
      .date("2023-05-09")
      .creator("乙局");
  EXPECT_THAT(relate(), ElementsAre("d2 replies_to d1", "d4 replies_to d3"));
}

TEST_F(RelateTexts, WhatWasReturnedComesAgain) {
  const std::string body = long_text(1);
  doc("d1", body)
      .received()
      .creator("甲镇")
      .title("关于修建水渠的请示")
      .number("甲政〔2023〕5号")
      .date("2023-03-01");
  doc("d2", body + "补充说明资金来源。")
      .received()
      .creator("甲镇")
      .title("关于修建水渠的请示")
      .number("甲政〔2023〕5号")
      .date("2023-03-15");
  EXPECT_THAT(relate(), ElementsAre("d2 resubmits d1"));
  EXPECT_THAT(evidence("d2"), HasSubstr("0.9"));
  EXPECT_THAT(said.codes(), IsEmpty()) << "one number twice is explained";
}

TEST_F(RelateTexts, AnotherTextUnderTheSameTitleIsNoResubmission) {
  doc("d1", long_text(1)).received().creator("甲镇").title("关于月度工作的报告").date("2023-03-01");
  doc("d2", long_text(2)).received().creator("甲镇").title("关于月度工作的报告").date("2023-04-01");
  EXPECT_THAT(relate(), IsEmpty());
}

TEST_F(RelateTexts, NearDuplicatesAreANoteAndStay) {
  doc("d1", long_text(3)).title("甲");
  doc("d2", long_text(3) + "多一句。").title("乙");
  EXPECT_THAT(relate(), ElementsAre("d1 near_duplicate d2"));
  EXPECT_THAT(said.codes(), ElementsAre("REL-103 d2"));
  EXPECT_THAT(evidence("d1"), HasSubstr("0.987 (311/315)"));
  EXPECT_EQ(said.findings.front().second.severity, Severity::note);
}

TEST_F(RelateTexts, ADraftIsNoNearDuplicateOfItsPrint) {
  doc("d1", long_text(3)).place("发文/a.txt").title("关于值班的通知").date("2023-06-19");
  doc("d2", long_text(3) + "多一句。").place("发文/a_定稿.txt").title("甲").date("2023-06-19");
  EXPECT_THAT(relate(), ElementsAre("d2 version_of d1"));
}

}  // namespace
}  // namespace guidang
