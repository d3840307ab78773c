// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

TEST(Hostile, LinksAndPipesAreRefusedAndNamed) {
  TempBatch outside;
  outside.add("外.txt", "外面的内容");
  TempBatch folder;
  folder.add("通知.txt", "关于开会的通知");
  std::filesystem::create_symlink(outside.root() / "外.txt", folder.root() / "链接.txt");
  std::filesystem::create_directory_symlink(outside.root(), folder.root() / "链接夹");
  std::filesystem::create_symlink("自己", folder.root() / "自己");
  ASSERT_EQ(mkfifo((folder.root() / "管道.txt").c_str(), 0600), 0);
  const Received run(folder.batch());
  EXPECT_EQ(run.sink.account, (std::array{1, 0, 0, 0, 4})) << run.sink.everything();
  EXPECT_EQ(run.sink.codes(), (std::map<std::string, int>{{"RCV-102", 4}}));
  EXPECT_EQ(run.sink.file("管道.txt")->code, "RCV-102");
  EXPECT_EQ(run.store.everything().find("外面的内容"), std::string::npos);
  EXPECT_TRUE(run.sink.balanced());
}

TEST(Hostile, LinksNamedOnTheCommandLine) {
  TempBatch folder;
  folder.add("通知.txt", "关于开会的通知");
  std::filesystem::create_symlink("通知.txt", folder.root() / "链接.txt");
  Batch batch = folder.batch();
  batch.only = {"链接.txt", "../外.txt"};
  const Received run(batch);
  EXPECT_EQ(run.sink.account, (std::array{0, 0, 0, 0, 2}));
  EXPECT_EQ(run.sink.file("链接.txt")->code, "RCV-102");
  EXPECT_EQ(run.sink.file("外.txt")->code, "RCV-108");
}

TEST(Hostile, UnreadableFilesAndFoldersAreRefusedAndNamed) {
  if (geteuid() == 0) GTEST_SKIP() << "everything is readable for root";
  TempBatch folder;
  folder.add("锁.txt", "甲").add("锁夹/乙.txt", "乙");
  chmod((folder.root() / "锁.txt").c_str(), 0);
  chmod((folder.root() / "锁夹").c_str(), 0);
  const Received run(folder.batch());
  chmod((folder.root() / "锁夹").c_str(), 0700);
  EXPECT_EQ(run.sink.account, (std::array{0, 0, 0, 0, 2})) << run.sink.everything();
  EXPECT_EQ(run.sink.file("锁.txt")->code, "RCV-103");
}

TEST(Hostile, OddNamesAreReceivedAndNamed) {
  const Received run(
      Files{{"通知\u202etxt.docx", "甲"}, {"\xB9\xAB\xCE\xC4.txt", "乙"}, {"换\n行.txt", "丙"}});
  EXPECT_EQ(run.sink.account, (std::array{3, 0, 0, 0, 0})) << run.sink.everything();
  EXPECT_EQ(run.sink.codes(), (std::map<std::string, int>{{"RCV-107", 3}}));
  EXPECT_NE(run.sink.file(R"(\xB9\xAB\xCE\xC4.txt)"), nullptr) << run.sink.everything();
  EXPECT_NE(run.sink.file(R"(通知\u{202E}txt.docx)"), nullptr) << run.sink.everything();
}

TEST(Hostile, NamesOfOldWindowsMeetTheirRowsAndMarks) {
  const Received run(
      Files{{"收文登记.csv", received("1,2023-01-05,甲局,,,2023-01-01,,,,公文.txt,,\r\n")},
            {"\xB9\xAB\xCE\xC4.txt", "公文"},
            {"\xBB\xFA\xC3\xDC/a.txt", "机密文件夹"}});
  EXPECT_EQ(run.sink.stubs(), 1U) << run.sink.everything();
  ASSERT_EQ(run.sink.documents.size(), 2U);
  EXPECT_EQ(run.store.objects.size(), 1U);
}

TEST(Hostile, TooDeepIsRefusedAndNamed) {
  TempBatch folder;
  folder.add("a/b/c/d.txt", "甲");
  Settings settings = national_settings();
  settings.walk.depth = 2;
  const Received run(folder.batch(), 1, settings);
  EXPECT_EQ(run.sink.account, (std::array{0, 0, 0, 0, 1})) << run.sink.everything();
  EXPECT_EQ(run.sink.codes(), (std::map<std::string, int>{{"RCV-104", 1}}));
}

}  // namespace
}  // namespace guidang::receive::test
