// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

/// "place: role=name role=name" of every document, in order.
std::vector<std::string> shape(const RecordingSink& sink) {
  std::vector<std::string> lines;
  for (const ReceivedDocument& document : sink.documents) {
    std::string line = document.origin.place + ':';
    for (const Component& component : document.components.list) {
      line += ' ';
      line += to_text(component.role);
      line += '=' + component.name;
    }
    lines.push_back(line);
  }
  return lines;
}

struct Case {
  std::string name;
  std::vector<std::string> files;
  std::vector<std::string> documents;
  std::map<std::string, int> codes{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class GroupingTest : public testing::TestWithParam<Case> {};

TEST_P(GroupingTest, MakesDocuments) {
  Files files;
  for (const std::string& file : GetParam().files) files.emplace_back(file, "关于开会 " + file);
  const Received run(files);
  EXPECT_EQ(shape(run.sink), GetParam().documents);
  EXPECT_EQ(run.sink.codes(), GetParam().codes) << run.sink.everything();
  EXPECT_TRUE(run.sink.balanced());
}

INSTANTIATE_TEST_SUITE_P(
    All, GroupingTest,
    testing::Values(
        Case{"PartsInTheOrderOfTheStandard",
             {"X.docx", "X_底稿.txt", "X_定稿.doc", "X_附件2.pdf", "X_附件10.pdf", "X_附件1.pdf",
              "X_处理单.txt"},
             {"X.docx: handling_slip=X_处理单.txt main=X.docx attachment=X_附件1.pdf "
              "attachment=X_附件2.pdf attachment=X_附件10.pdf final_draft=X_定稿.doc "
              "draft=X_底稿.txt"}},
        Case{"HanNumbers",
             {"X.docx", "X_附件二.txt", "X_附件一.txt"},
             {"X.docx: main=X.docx attachment=X_附件一.txt attachment=X_附件二.txt"}},
        Case{"NamedAttachment",
             {"X.docx", "X_附件1-任务分工表.xlsx"},
             {"X.docx: main=X.docx attachment=X_附件1-任务分工表.xlsx"}},
        Case{"LongestMainWins",
             {"X.docx", "X_附件1.docx", "X_附件1_附件1.docx", "X_二.docx", "X_二_定稿.docx"},
             {"X.docx: main=X.docx attachment=X_附件1.docx attachment=X_附件1_附件1.docx",
              "X_二.docx: main=X_二.docx final_draft=X_二_定稿.docx"}},
        Case{"WordMustStandAlone",
             {"X.docx", "X_定稿会纪要.docx"},
             {"X.docx: main=X.docx", "X_定稿会纪要.docx: main=X_定稿会纪要.docx"}},
        Case{"PartWithoutMain",
             {"X_附件1.pdf"},
             {"X_附件1.pdf: main=X_附件1.pdf"},
             {{"RCV-151", 1}}},
        Case{"RenditionsOfOneText",
             {"X.pdf", "X.docx"},
             {"X.docx: main=X.docx copy=X.pdf"},
             {{"RCV-152", 1}}},
        Case{"OtherFormatIsAnAttachment",
             {"X.docx", "X.xlsx"},
             {"X.docx: main=X.docx attachment=X.xlsx"},
             {{"RCV-152", 1}}},
        Case{"FoldersDoNotMix",
             {"a/X.docx", "b/X_附件1.pdf"},
             {"a/X.docx: main=a/X.docx", "b/X_附件1.pdf: main=b/X_附件1.pdf"},
             {{"RCV-151", 1}}},
        Case{"OrderOfPaths",
             {"b.txt", "a/c.txt", "a.txt"},
             {"a.txt: main=a.txt", "a/c.txt: main=a/c.txt", "b.txt: main=b.txt"}}),
    [](const auto& each) { return each.param.name; });

TEST(Grouping, AnAttachmentThatComesLaterKeepsTheId) {
  TempBatch folder;
  folder.add("X.docx", "关于开会");
  Received run(folder.batch());
  const RecordId before = run.sink.documents.at(0).id;
  folder.add("X_附件1.txt", "名单");
  run.again(folder.batch(), 1, national_settings());
  ASSERT_EQ(run.sink.documents.size(), 1U);
  EXPECT_EQ(run.sink.documents[0].id, before);
  EXPECT_EQ(run.sink.documents[0].components.list.size(), 2U);
}

TEST(Grouping, DirectionComesFromTheNearestFolder) {
  const Received run(Files{
      {"2023收文/a.txt", "甲"}, {"发文/b.txt", "乙"}, {"发文/内部/c.txt", "丙"}, {"d.txt", "丁"}});
  EXPECT_EQ(run.sink.document("a.txt")->origin.direction, Direction::received);
  EXPECT_EQ(run.sink.document("b.txt")->origin.direction, Direction::issued);
  EXPECT_EQ(run.sink.document("c.txt")->origin.direction, Direction::internal);
  EXPECT_EQ(run.sink.document("d.txt")->origin.direction, Direction::unknown);
}

}  // namespace
}  // namespace guidang::receive::test
