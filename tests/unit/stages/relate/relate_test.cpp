// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/relate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/stages/fake_set.h"

namespace guidang {
namespace {

using fake::Document;
using testing::ElementsAre;
using testing::IsEmpty;

/// "d2 duplicate_of d1" for every tie, in order.
std::vector<std::string> ties(const fake::Said& said) {
  std::vector<std::string> list;
  for (const auto& [id, fact] : said.facts) {
    for (const Relation& tie : std::get<Relations>(fact).list) {
      EXPECT_FALSE(tie.evidence.empty()) << id << ' ' << tie.kind;
      list.push_back(id + " " + tie.kind + " " + tie.other);
    }
  }
  return list;
}

class RelateTest : public testing::Test {
 protected:
  fake::Set set;
  fake::Said said;
  std::vector<std::string> relate() {
    said = fake::run(Relate{}, set);
    return ties(said);
  }
  Document doc(const RecordId& id) { return Document(set.document(id)); }
};

TEST_F(RelateTest, EqualFilesAreDuplicatesOfTheRegisteredOne) {
  doc("d1").place("a").file("x");
  doc("d2").place("b").file("x").registered();
  doc("d3").place("c").file("y");
  EXPECT_THAT(relate(), ElementsAre("d1 duplicate_of d2"));
}

TEST_F(RelateTest, AmongUnregisteredTheFirstPlaceStands) {
  doc("d2").place("a").file("x");
  doc("d1").place("b").file("x");
  EXPECT_THAT(relate(), ElementsAre("d1 duplicate_of d2"));
}

TEST_F(RelateTest, TheSameMainFileWithoutTheSlipIsADuplicate) {
  doc("d1").place("收文/报告.txt").registered().file("s", Role::handling_slip).file("x");
  doc("d2").place("收文/报告（重份）.txt").file("x");
  EXPECT_THAT(relate(), ElementsAre("d2 duplicate_of d1"));
}

TEST_F(RelateTest, ARegisteredDocumentIsNoDuplicateOfAnUnregisteredOneWithMoreFiles) {
  doc("d1").place("a").file("x").registered();
  doc("d2").place("b").file("x").file("y", Role::attachment);
  EXPECT_THAT(relate(), IsEmpty());
}

TEST_F(RelateTest, EqualAttachmentsMakeNoDuplicate) {
  doc("d1").file("x").file("same", Role::attachment);
  doc("d2").file("y").file("same", Role::attachment);
  EXPECT_THAT(relate(), IsEmpty());
}

TEST_F(RelateTest, APersonMayKeepADuplicate) {
  doc("d1").place("a").file("x");
  doc("d2").place("b").file("x").decide("duplicate", "no");
  EXPECT_THAT(relate(), IsEmpty());
}

TEST_F(RelateTest, WhatIsSealedStands) {
  doc("d1").place("z").file("x");
  set.document("d1").put_sealed(true);
  doc("d2").place("a").file("x").registered();
  EXPECT_THAT(relate(), ElementsAre("d2 duplicate_of d1"));
}

TEST_F(RelateTest, ARowWithoutFileIsTheRowOfAnUnregisteredFile) {
  doc("d1").place("收文登记.csv:3").paper().received().number("石政〔2023〕9号");
  doc("d2").place("收文/报告.txt").file("x").received().number("石政[2023]09号");
  EXPECT_THAT(relate(), ElementsAre("d1 duplicate_of d2"));
  EXPECT_THAT(said.codes(), ElementsAre("REL-101 d1"));
}

TEST_F(RelateTest, ARowMeetsItsFileByTitleAndDate) {
  doc("d1").paper().title("志愿服务倡议书").date("2023-09-12");
  doc("d2").file("x").title("志愿服务 倡议书").date("2023-09-12");
  doc("d3").file("y").title("志愿服务倡议书").date("2023-09-13");
  EXPECT_THAT(relate(), ElementsAre("d1 duplicate_of d2"));
}

TEST_F(RelateTest, AReplyMeetsItsRequestByTheNumberItCites) {
  doc("d1")
      .issued()
      .title("关于将我县列为试点的请示")
      .number("云政办请〔2023〕1号")
      .date("2023-03-06");
  doc("d2")
      .received()
      .title("关于同意将云溪县列为试点的批复")
      .number("青政办函〔2023〕8号")
      .date("2023-04-03")
      .with("cited_numbers", {"云政办请﹝2023﹞1号"});
  EXPECT_THAT(relate(), ElementsAre("d1 replied_by d2", "d2 replies_to d1"));
}

TEST_F(RelateTest, AReplyMeetsItsRequestByTitle) {
  doc("d1").issued().title("云溪县关于请求建设新馆的请示").date("2022-03-06");
  doc("d2").issued().title("云溪县关于请求建设新馆的请示").date("2023-03-06");
  doc("d3").received().title("青溪市关于同意建设新馆的批复").date("2023-04-03");
  doc("d4").issued().title("关于建设新馆的请示").date("2023-05-06");
  EXPECT_THAT(relate(), ElementsAre("d2 replied_by d3", "d3 replies_to d2"));
}

TEST_F(RelateTest, OneCannotAnswerOneself) {
  doc("d1").issued().title("关于建设新馆的请示").number("甲〔2023〕1号");
  doc("d2").issued().title("关于同意建设新馆的批复").with("cited_numbers", {"甲〔2023〕1号"});
  EXPECT_THAT(relate(), ElementsAre("d2 cites d1"));
}

TEST_F(RelateTest, ALetterAnswersALetter) {
  doc("d1").received().title("关于商请协助提供水利档案的函").number("平政办函〔2023〕6号");
  doc("d2")
      .issued()
      .title("关于协助提供水利档案的复函")
      .with("cited_numbers", {"平政办函〔2023〕6号"});
  EXPECT_THAT(relate(), ElementsAre("d1 replied_by d2", "d2 replies_to d1"));
}

TEST_F(RelateTest, ADraftThatArrivedApartIsAVersion) {
  doc("d1").issued().place("发文/a.docx").file("x").number("云政办发〔2023〕1号");
  doc("d2").issued().place("补/b_定稿.txt").file("y").number("云政办发〔2023〕1号");
  EXPECT_THAT(relate(), ElementsAre("d2 version_of d1"));
  EXPECT_EQ(said.find<Relations>("d2")->list.front().role, Role::final_draft);
  EXPECT_THAT(said.codes(), IsEmpty());
}

TEST_F(RelateTest, ADraftMeetsItsPrintByTitleAndDateOrByName) {
  doc("d1").place("发文/a.docx").file("x").title("关于值班的通知").date("2023-06-19");
  doc("d2").place("补/底稿.txt").file("y").title("关于值班的通知").date("2023-06-19");
  doc("d3").place("发文/a_处理单.txt").file("z");
  EXPECT_THAT(relate(), ElementsAre("d2 version_of d1", "d3 version_of d1"));
}

TEST_F(RelateTest, AnAttachmentMeetsTheDocumentThatListsIt) {
  doc("d1").received().file("x").title("关于防汛的通知").with("attachments", {"防汛值班安排表"});
  doc("d2").received().file("y").title("防汛值班安排表");
  doc("d3").received().file("z").title("防汛值班安排表").number("石政〔2023〕1号");
  EXPECT_THAT(relate(), ElementsAre("d2 attachment_of d1"));
}

TEST_F(RelateTest, AnAttachmentThatTwoListBelongsToNobody) {
  doc("d1").file("x").with("attachments", {"防汛值班安排表"});
  doc("d2").file("y").with("attachments", {"防汛值班安排表"});
  doc("d3").file("z").title("防汛值班安排表");
  EXPECT_THAT(relate(), IsEmpty());
}

TEST_F(RelateTest, PassingOnGoesByTheNumberInTheTitle) {
  doc("d1").number("青档〔2023〕2号").title("关于加强村级档案工作的意见");
  doc("d2").title("转发青档〔2023〕2号文件的通知");
  doc("d3").title("关于做好工作的通知").with("cited_numbers", {"青档〔2023〕2号"});
  EXPECT_THAT(relate(), ElementsAre("d1 forwarded_by d2", "d2 forwards d1", "d3 cites d1"));
}

TEST_F(RelateTest, TwoDocumentsUnderOneNumberAreBothReported) {
  doc("d1").place("a").file("x").issued().creator("县政府办").number("云政办发〔2023〕6号");
  doc("d2").place("b").file("y").issued().creator("县政府办").number("云政办发[2023]06号");
  doc("d3").place("c").file("z").received().creator("云政办").number("云政办发〔2023〕6号");
  EXPECT_THAT(relate(), IsEmpty());
  EXPECT_THAT(said.codes(), ElementsAre("REL-102 d1", "REL-102 d2"));
}

TEST_F(RelateTest, DuplicatesTakeNoFurtherPart) {
  doc("d1").place("a").file("x").number("甲〔2023〕6号").title("关于建设新馆的请示");
  doc("d2").place("b").file("x").number("甲〔2023〕6号").title("关于建设新馆的请示");
  EXPECT_THAT(relate(), ElementsAre("d2 duplicate_of d1"));
  EXPECT_THAT(said.codes(), IsEmpty());
}

TEST_F(RelateTest, BareDocumentsHaveNoTies) {
  set.document("d1");
  doc("d2");
  EXPECT_THAT(relate(), IsEmpty());
}

}  // namespace
}  // namespace guidang
