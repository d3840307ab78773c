// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

/// Every secret thing in these batches bears it, and nothing else does.
constexpr std::string_view kCanary = "金丝雀";

struct Case {
  std::string name;
  Files files;
  std::size_t stubs = 0;
  std::size_t documents = 0;  ///< besides the stubs
  int refused = 0;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class GateTest : public testing::TestWithParam<Case> {};

TEST_P(GateTest, NothingAboveTheCeilingIsKept) {
  for (const unsigned jobs : {1U, 4U}) {
    const Received run(GetParam().files, jobs);
    EXPECT_EQ(run.sink.stubs(), GetParam().stubs) << run.sink.everything();
    EXPECT_EQ(run.sink.documents.size() - run.sink.stubs(), GetParam().documents)
        << run.sink.everything();
    EXPECT_EQ(run.sink.account[static_cast<std::size_t>(FileState::refused)], GetParam().refused)
        << run.sink.everything();
    EXPECT_TRUE(run.sink.balanced());
    const std::string kept = run.sink.everything() + run.store.everything();
    EXPECT_EQ(kept.find(kCanary), std::string::npos) << kept;
    for (const auto& [path, content] : GetParam().files) {
      if (content.find(kCanary) == std::string::npos && path.find(kCanary) == std::string::npos) {
        continue;
      }
      EXPECT_EQ(kept.find(files::sha256_hex(content)), std::string::npos) << path;
    }
    for (const FileRow& row : run.sink.files) {
      if (row.code != "REG-17") continue;
      EXPECT_EQ(row.path, "");
      EXPECT_EQ(row.digest, "");
      EXPECT_EQ(row.size, 0U);
      EXPECT_EQ(row.state, FileState::refused);
    }
    for (const ReceivedDocument& document : run.sink.documents) {
      if (!document.stub) continue;
      EXPECT_EQ(to_bytes(Fact{document.origin}), to_bytes(Fact{Origin{}}));
      EXPECT_TRUE(document.components.list.empty());
      ASSERT_EQ(document.findings.size(), 1U);
      EXPECT_EQ(RecordingSink::to_line(document.findings[0]), "REG-17|||1 件|");
    }
  }
}

const std::string kMarked = "机密★10年\n\n云政办发〔2023〕9号\n关于金丝雀的通知\n";
const std::string kOpen = "关于开会的通知\n各科室：\n定于明日开会。\n";

INSTANTIATE_TEST_SUITE_P(
    All, GateTest,
    testing::Values(
        Case{"MarkInTheText", {{"金丝雀.txt", kMarked}}, 1, 0, 1},
        Case{"MarkInRecognisedText", {{"金丝雀.jpg", "SCAN" + kMarked}}, 1, 0, 1},
        Case{"MarkInDisguise", {{"金丝雀.txt", "机　密★１年\n关于金丝雀的通知\n"}}, 1, 0, 1},
        Case{"LabelledMark", {{"金丝雀.txt", "密级：秘密\n关于金丝雀的通知\n"}}, 1, 0, 1},
        Case{"MarkOnALaterPage",
             {{"金丝雀.txt", "关于开会的通知\n各科室：\n定于明日开会。\n\f绝密\n金丝雀\n"}},
             1,
             0,
             1},
        Case{"MarkInTheName", {{"金丝雀（机密）.txt", "金丝雀"}}, 1, 0, 1},
        Case{"MarkInAFolder",
             {{"机密/金丝雀.txt", "金丝雀"}, {"机密/Thumbs.db", "金丝雀"}},
             1,
             0,
             2},
        Case{"MarkInTheTitleProperty", {{"金丝雀.txt", "@title=机密★金丝雀\n金丝雀\n"}}, 1, 0, 1},
        Case{"MarkAmongTheKeywords",
             {{"金丝雀.txt", "@keywords=通知;秘密;金丝雀\n金丝雀\n"}},
             1,
             0,
             1},
        Case{"MarkInTheRunningHeader", {{"金丝雀.txt", "@header_text=绝密\n金丝雀\n"}}, 1, 0, 1},
        Case{"CustomProperty", {{"金丝雀.txt", "@密级=机\n金丝雀\n"}}, 1, 0, 1},
        Case{"AttachmentMakesTheWholeAStub",
             {{"金丝雀通知.txt", "关于开会的金丝雀通知"},
              {"金丝雀通知_附件1.txt", "秘密★5年\n金丝雀\n"},
              {"金丝雀通知.txt.xml", record("<field name=\"title\">金丝雀</field>")}},
             1,
             0,
             3},
        Case{"SidecarSaysSo",
             {{"金丝雀.txt", "金丝雀"},
              {"金丝雀.txt.xml",
               record("<field name=\"secrecy\">机密</field><field name=\"title\">金丝雀</field>")}},
             1,
             0,
             2},
        Case{"BrokenSidecarSaysSo",
             {{"金丝雀.txt", "金丝雀"},
              {"金丝雀.txt.xml", "<record><field name=\"secrecy\">机密</field>金丝雀"}},
             1,
             0,
             2},
        Case{"RecordFolder",
             {{"甲/record.xml", record("<field name=\"密级\">秘</field>"
                                       "<component role=\"main\" file=\"金丝雀.txt\"/>")},
              {"甲/金丝雀.txt", "金丝雀"},
              {"甲/金丝雀二.txt", "金丝雀"}},
             1,
             0,
             3},
        Case{"LedgerRowOnPaper",
             {{"收文登记.csv",
               received("1,2023-01-05,甲局,,关于金丝雀的通知,2023-01-01,秘密,,,,,\r\n"
                        "2,2023-01-06,乙局,,关于开会的通知,2023-01-02,,,,,,\r\n")}},
             1,
             1,
             0},
        Case{"LedgerRowWithAFile",
             {{"收文登记.csv",
               received("1,2023-01-05,甲局,,金丝雀,2023-01-01,机密★1年,,,金丝雀.txt,,\r\n")},
              {"金丝雀.txt", "金丝雀"}},
             1,
             0,
             1},
        Case{"LedgerRowNamesAMissingFile",
             {{"收文登记.csv",
               received("1,2023-01-05,甲局,,金丝雀,2023-01-01,密,,,金丝雀.txt,,\r\n")}},
             1,
             0,
             0},
        Case{"LedgerRowOutOfStep",
             {{"收文登记.csv",
               received("1,2023-01-05,甲局,,关于金丝雀,的通知,2023-01-01,秘密,,,,,\r\n")}},
             1,
             0,
             0},
        Case{"LedgerRowByNumberInTheText",
             {{"收文登记.csv",
               received("1,2023-01-05,甲局,金丝雀发〔2023〕9号,标题,2023-01-01,秘密,,,,,\r\n")},
              {"文件.txt", "金丝雀发〔2023〕9号\n关于开会的通知\n"}},
             1,
             0,
             1},
        Case{"MarkedFileTakesItsOpenRowAlong",
             {{"收文登记.csv",
               received(
                   "1,2023-01-05,甲局,云政办发〔2023〕9号,关于金丝雀的通知,2023-01-01,,,,,,\r\n")},
              {"文件.txt", kMarked}},
             1,
             0,
             1},
        Case{"MarkedNameTakesItsOpenRowAlong",
             {{"收文登记.csv",
               received(
                   "1,2023-01-05,甲局,云政办发〔2023〕9号,关于金丝雀的通知,2023-01-01,,,,,,\r\n")},
              {"机密/文件.txt", "云政办发〔2023〕9号\n金丝雀\n"}},
             1,
             0,
             1},
        Case{"LedgerInAMarkedFolder",
             {{"机密/收文登记.csv", received("1,2023-01-05,甲局,,金丝雀,2023-01-01,,,,,,\r\n")}},
             1,
             0,
             1},
        Case{"TableThatIsNoLedger", {{"收文登记.csv", "甲,乙\r\n机密,金丝雀\r\n"}}, 0, 0, 1},
        Case{"DeclarationDoesNotHelp",
             {{"batch.xml", std::string{kDeclaration}}, {"金丝雀.txt", kMarked}},
             1,
             0,
             1},
        Case{"OthersGoOn", {{"金丝雀.txt", kMarked}, {"通知.txt", kOpen}}, 1, 1, 1}),
    [](const auto& each) { return each.param.name; });

TEST(Gate, WordsThatAreNoMarks) {
  const Received run(Files{
      {"保守国家秘密法宣传方案.txt", "关于印发《保密规定》的通知\n各科室：\n机密二字不得滥用。\n"},
      {"内部资料.txt", "内部资料\n关于开会的通知\n"},
      {"收文登记.csv", received("1,2023-01-05,甲局,,关于开会的通知,2023-01-01,普通,,,,,\r\n"
                                "2,2023-01-05,乙局,,关于值班的通知,2023-01-01,内部,,,,,\r\n")}});
  EXPECT_EQ(run.sink.stubs(), 0U) << run.sink.everything();
  EXPECT_EQ(run.sink.documents.size(), 4U);
}

TEST(Gate, MarkedBatchNameMarksEverything) {
  TempBatch folder("机密金丝雀（机密）");
  folder.add("通知.txt", "金丝雀")
      .add("Thumbs.db", "x")
      .add("收文登记.csv", received("1,2023-01-05,甲局,,金丝雀,2023-01-01,,,,,,\r\n"));
  const Received run(folder.batch());
  EXPECT_EQ(run.sink.stubs(), 2U);
  EXPECT_EQ(run.sink.documents.size(), 2U);
  EXPECT_EQ(run.sink.account, (std::array{0, 0, 0, 0, 3}));
  EXPECT_EQ((run.sink.everything() + run.store.everything()).find("金丝雀"), std::string::npos);
}

TEST(Gate, CeilingLetsLowerLevelsIn) {
  TempBatch folder;
  folder.add("甲.txt", "秘密★5年\n关于甲的通知\n").add("乙.txt", "绝密★5年\n关于乙的通知\n");
  Settings settings = national_settings();
  settings.ceiling = text::SecrecyLevel::secret;
  const Received run(folder.batch(), 1, settings);
  EXPECT_EQ(run.sink.stubs(), 1U);
  EXPECT_NE(run.sink.document("甲.txt"), nullptr);
}

TEST(Gate, CeilingIsReadInBothForms) {
  EXPECT_EQ(ceiling_from(""), text::SecrecyLevel::none);
  EXPECT_EQ(ceiling_from("none"), text::SecrecyLevel::none);
  EXPECT_EQ(ceiling_from("秘密"), text::SecrecyLevel::secret);
  EXPECT_EQ(ceiling_from("top_secret"), text::SecrecyLevel::top_secret);
  EXPECT_THROW((void)ceiling_from("内部"), Failure);
}

TEST(Gate, KnownTextIsProbedAgain) {
  TempBatch folder;
  folder.add("金丝雀.txt", kMarked);
  Received run(folder.batch());
  const std::string digest = files::sha256_hex(kMarked);
  run.store.texts[digest] = {.state = TextState::read, .pages = {kMarked}};
  run.again(folder.batch(), 1, national_settings());
  EXPECT_EQ(run.sink.stubs(), 1U);
  EXPECT_TRUE(run.store.objects.empty());
}

}  // namespace
}  // namespace guidang::receive::test
