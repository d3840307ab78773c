// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

const std::filesystem::path kSamples = std::filesystem::path{GUIDANG_SOURCE_DIR} / "samples";

Batch sample(const std::string& path) {
  const std::filesystem::path root = kSamples / path;
  return {.root = root, .name = root.filename().string()};
}

TEST(Tutorial, EveryFileIsAccountedForAndNothingSecretIsKept) {
  for (const unsigned jobs : {1U, 3U}) {
    const Received run(sample("tutorial/2023"), jobs);
    EXPECT_TRUE(run.sink.balanced()) << run.sink.everything();
    EXPECT_EQ(run.sink.stubs(), 2U) << run.sink.everything();
    const std::string kept = run.sink.everything() + run.store.everything();
    EXPECT_EQ(kept.find("金丝雀"), std::string::npos);
  }
}

TEST(Tutorial, PartsAndRowsFindTheirDocuments) {
  const Received run(sample("tutorial/2023"));
  const ReceivedDocument* tasks = run.sink.document("发文/云政办发〔2023〕1号.docx");
  ASSERT_NE(tasks, nullptr);
  EXPECT_EQ(tasks->components.list.size(), 3U);
  EXPECT_TRUE(tasks->origin.in_ledger);
  EXPECT_EQ(tasks->origin.direction, Direction::issued);
  const ReceivedDocument* forwarding = run.sink.document("收文/青政办发〔2023〕18号/正文.txt");
  ASSERT_NE(forwarding, nullptr);
  EXPECT_EQ(forwarding->components.list.at(0).role, Role::handling_slip);
  const ReceivedDocument* renamed = run.sink.document("发文/信息公开保密审查通知.txt");
  ASSERT_NE(renamed, nullptr);
  EXPECT_TRUE(renamed->origin.in_ledger);
  EXPECT_NE(run.sink.document("收文登记.csv 收文编号 2023-019"), nullptr);
}

TEST(Damaged, EveryFileIsAccountedFor) {
  const Received run(sample("damaged"), 2);
  EXPECT_TRUE(run.sink.balanced()) << run.sink.everything();
  EXPECT_EQ(run.sink.file("record-outside/record.xml")->state, FileState::quarantined);
  EXPECT_EQ(run.sink.file("record-absolute/record.xml")->state, FileState::quarantined);
  EXPECT_EQ(run.sink.file("sidecar-dtd.txt.xml")->state, FileState::quarantined);
}

}  // namespace
}  // namespace guidang::receive::test
