// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

struct Case {
  std::string name;
  Files files;
  /// component, metadata, ignored, quarantined, refused
  std::array<int, 5> account;
  std::size_t documents = 0;
  std::map<std::string, int> codes;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class AccountTest : public testing::TestWithParam<Case> {};

TEST_P(AccountTest, BalancesAndSaysWhy) {
  const Received run(GetParam().files);
  EXPECT_EQ(run.sink.account, GetParam().account) << run.sink.everything();
  EXPECT_EQ(run.sink.documents.size(), GetParam().documents) << run.sink.everything();
  EXPECT_EQ(run.sink.codes(), GetParam().codes) << run.sink.everything();
  EXPECT_TRUE(run.sink.balanced()) << run.sink.everything();
  EXPECT_FALSE(run.store.wrong_digest);
}

const std::string kDeclared{kDeclaration};

INSTANTIATE_TEST_SUITE_P(
    All, AccountTest,
    testing::Values(
        Case{"EmptyBatch", {}, {}, 0, {}},
        Case{"OneFile", {{"通知.txt", "关于开会的通知"}}, {1, 0, 0, 0, 0}, 1, {}},
        Case{"EmptyFileHasNothingToProbe", {{"空.txt", ""}}, {1, 0, 0, 0, 0}, 1, {}},
        Case{"IgnoredByName",
             {{"Thumbs.db", "x"}, {"a/.DS_Store", "x"}, {"~$通知.docx", "x"}, {"b.tmp", "x"}},
             {0, 0, 4, 0, 0},
             0,
             {{"RCV-101", 4}}},
        Case{"HiddenFolderIsIgnoredWhole",
             {{".git/config", "x"}},
             {0, 0, 1, 0, 0},
             0,
             {{"RCV-101", 1}}},
        Case{
            "IgnoredByBatchFile",
            {{"batch.xml", "<batch xmlns=\"urn:guidang:batch:1\"><ignore name=\"*.bak\"/></batch>"},
             {"a.bak", "x"}},
            {0, 1, 1, 0, 0},
            0,
            {{"RCV-101", 1}}},
        Case{"BatchFileOnlyAtTheTop",
             {{"a/batch.xml", kDeclared}, {"a/扫描.jpg", "PICTURE"}},
             {1, 0, 0, 0, 1},
             1,
             {{"RCV-112", 1}}},
        Case{
            "WrongBatchFileDeclaresNothing",
            {{"batch.xml", "<batch xmlns=\"urn:guidang:batch:1\">\n<declaration by=\"\"/></batch>"},
             {"扫描.jpg", "PICTURE"}},
            {0, 0, 0, 1, 1},
            0,
            {{"RCV-112", 1}, {"RCV-145", 1}}},
        Case{"OtherWordsAreNoDeclaration",
             {{"batch.xml",
               "<batch xmlns=\"urn:guidang:batch:1\"><declaration by=\"a\" "
               "date=\"2024-01-10\">本批有涉密</declaration></batch>"},
              {"扫描.jpg", "PICTURE"}},
             {0, 0, 0, 1, 1},
             0,
             {{"RCV-112", 1}, {"RCV-145", 1}}},
        Case{"UnprobedIsHeldOutside",
             {{"扫描.jpg", "PICTURE"}, {"表.et", "UNKNOWN"}, {"坏.docx", "BROKEN"}},
             {0, 0, 0, 0, 3},
             0,
             {{"RCV-111", 1}, {"RCV-112", 1}, {"RCV-113", 1}}},
        Case{"DeclaredIsAdmittedAndBrokenQuarantined",
             {{"batch.xml", kDeclared},
              {"扫描.jpg", "PICTURE"},
              {"表.et", "UNKNOWN"},
              {"坏.docx", "BROKEN"}},
             {2, 1, 0, 1, 0},
             2,
             {{"RCV-114", 1}, {"RCV-115", 2}, {"RCV-116", 1}}},
        Case{"TextOfBlanksIsNoText",
             {{"扫描.docx", " \n\f \n"}},
             {0, 0, 0, 0, 1},
             0,
             {{"RCV-112", 1}}},
        Case{"RecognisedTextShowsNoAbsenceOfAMark",
             {{"扫描.jpg", "SCAN关于开会的通知"}},
             {0, 0, 0, 0, 1},
             0,
             {{"RCV-112", 1}}},
        Case{"OwnTextBesideARecognisedPage",
             {{"扫描.pdf", "SCAN关于开会的通知\f各科室"}},
             {1, 0, 0, 0, 0},
             1,
             {}},
        Case{"AttachmentHeldOutsideHoldsItsDocument",
             {{"通知.txt", "关于开会的通知"}, {"通知_附件1.jpg", "PICTURE"}},
             {1, 0, 0, 0, 1},
             1,
             {{"RCV-112", 1}, {"RCV-117", 1}}},
        Case{"XmlThatIsNoSidecarIsADocument",
             {{"数据.xml", "<a>文字</a>"}, {"b/通知.txt.xml", "<a>文字</a>"}},
             {2, 0, 0, 0, 0},
             2,
             {}}),
    [](const auto& each) { return each.param.name; });

TEST(Account, DeclaredOnTheCommandLine) {
  TempBatch folder;
  folder.add("扫描.jpg", "PICTURE");
  Batch batch = folder.batch();
  batch.declared_by = "林××";
  const Received run(batch);
  EXPECT_EQ(run.sink.account, (std::array{1, 0, 0, 0, 0}));
  EXPECT_EQ(run.sink.codes(), (std::map<std::string, int>{{"RCV-115", 1}, {"RCV-116", 1}}));
}

TEST(Account, BareFilesOnly) {
  TempBatch folder;
  folder.add("甲.txt", "甲").add("乙.txt", "乙").add("丙.txt", "丙");
  Batch batch = folder.batch();
  batch.name = "";
  batch.only = {folder.root() / "丙.txt", "甲.txt", "没有.txt", "甲.txt"};
  const Received run(batch);
  EXPECT_EQ(run.sink.account, (std::array{2, 0, 0, 0, 1}));
  EXPECT_NE(run.sink.document("甲.txt"), nullptr);
  EXPECT_NE(run.sink.document("丙.txt"), nullptr);
  EXPECT_EQ(run.sink.file("没有.txt")->code, "RCV-108");
}

TEST(Account, TooLargeIsRefusedByName) {
  TempBatch folder;
  folder.add("大.txt", "关于开会的通知");
  Settings settings = national_settings();
  settings.file_bytes = 8;
  const Received run(folder.batch(), 1, settings);
  ASSERT_NE(run.sink.file("大.txt"), nullptr);
  EXPECT_EQ(run.sink.file("大.txt")->code, "RCV-105");
  EXPECT_EQ(run.sink.file("大.txt")->state, FileState::refused);
}

TEST(Account, QuarantineKeepsTheReason) {
  const Received run(Files{{"batch.xml", kDeclared}, {"坏.docx", "BROKEN"}});
  ASSERT_EQ(run.store.quarantined.count("坏.docx"), 1U);
  EXPECT_NE(run.store.quarantined.at("坏.docx").find("damaged at byte 6"), std::string::npos);
  EXPECT_TRUE(run.store.objects.empty());
}

}  // namespace
}  // namespace guidang::receive::test
