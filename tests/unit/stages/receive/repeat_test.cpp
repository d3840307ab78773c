// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "stages/receive/codes.h"
#include "stages/receive/ordered.h"
#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

/// A batch with something of everything.
void fill(TempBatch& folder) {
  folder.add("batch.xml", kDeclaration).add("Thumbs.db", "x");
  std::string rows;
  for (int i = 1; i <= 150; ++i) {
    const std::string n = std::to_string(i);
    folder.add("收文/" + n + ".txt", "甲发〔2023〕" + n + "号\n关于" + n + "的通知\n");
    if (i % 7 == 0) folder.add("收文/" + n + "_附件1.txt", "名单 " + n);
    if (i % 11 == 0) folder.add("收文/" + n + ".txt", "机密★1年\n关于" + n + "的通知\n");
    if (i % 13 == 0) folder.add("收文/" + n + ".txt", "BROKEN" + n);
    if (i % 17 == 0) folder.add("收文/" + n + ".txt", "PICTURE" + n);
    rows += n + ",2023-01-05,甲局,甲发〔2023〕" + n + "号,关于" + n + "的通知,2023-01-01,,,,,,\r\n";
  }
  folder.add("收文登记.csv", received(rows));
}

TEST(Repeat, TheSameBatchAgainGivesTheSameCallsAndReadsNothingTwice) {
  TempBatch folder;
  fill(folder);
  Received run(folder.batch());
  const auto calls = run.sink.calls;
  const auto kept = run.store.everything();
  const std::size_t reads = run.reader.reads.size();
  run.again(folder.batch(), 1, national_settings());
  EXPECT_EQ(run.sink.calls, calls);
  EXPECT_EQ(run.store.everything(), kept);
  // Only what was not stored (stubs, damaged ones) is read again.
  EXPECT_LT(run.reader.reads.size() - reads, 30U);
}

TEST(Repeat, ThreadsDoNotChangeTheCalls) {
  TempBatch folder;
  fill(folder);
  const Received one(folder.batch(), 1);
  for (const unsigned jobs : {2U, 4U, 16U}) {
    const Received several(folder.batch(), jobs);
    EXPECT_EQ(several.sink.calls, one.sink.calls);
    EXPECT_EQ(several.store.everything(), one.store.everything());
  }
  EXPECT_TRUE(one.sink.balanced());
  EXPECT_EQ(one.sink.last_done, one.sink.last_total);
}

TEST(Repeat, CommitsAfterEach64Documents) {
  TempBatch folder;
  std::string rows;
  for (int i = 1; i <= 200; ++i) rows += std::to_string(i) + ",2023-01-05,甲局,,甲,,,,,,,\r\n";
  folder.add("收文登记.csv", received(rows));
  const Received run(folder.batch());
  EXPECT_EQ(run.sink.documents.size(), 200U);
  EXPECT_EQ(run.sink.commits, 4);
  std::size_t since = 0;
  for (const std::string& call : run.sink.calls) {
    if (call.starts_with("document")) ++since;
    if (call == "commit") since = 0;
    EXPECT_LE(since, 64U);
  }
}

TEST(Repeat, IdsAreTheirOwn) {
  TempBatch folder;
  fill(folder);
  const Received run(folder.batch());
  std::set<std::string> ids;
  for (const ReceivedDocument& document : run.sink.documents) ids.insert(document.id);
  EXPECT_EQ(ids.size(), run.sink.documents.size());
  std::set<std::string> keys;
  for (const FileRow& row : run.sink.files) keys.insert(row.key);
  EXPECT_EQ(keys.size(), run.sink.files.size());
}

class CountingSink : public IntakeSink {
 public:
  void seen(std::uint64_t) override {}
  void put(const FileRow&) override {}
  void put(const ReceivedDocument& document) override {
    ++documents;
    paper += document.origin.paper_only ? 1U : 0U;
  }
  void report(const std::string&, const Finding&) override {}
  void may_commit() override { ++commits; }
  void progress(std::uint64_t, std::uint64_t) override {}

  std::size_t documents = 0;
  std::size_t paper = 0;
  std::size_t commits = 0;
};

TEST(Repeat, ARegisterOfPapersStreams) {
  constexpr std::size_t kRows = 20'000;
  TempBatch folder;
  std::string rows;
  for (std::size_t i = 1; i <= kRows; ++i) {
    const std::string n = std::to_string(i);
    rows +=
        n + ",2023-01-05,甲局,甲发〔2023〕" + n + "号,关于" + n + "的通知,2023-01-01,,1,2,,,\r\n";
  }
  folder.add("收文登记.csv", received(rows));
  FakeReader reader;
  MemoryStore store;
  CountingSink sink;
  Receive(national_settings(), kSchemas).run(folder.batch(), reader, store, 2, sink);
  EXPECT_EQ(sink.documents, kRows);
  EXPECT_EQ(sink.paper, kRows);
  EXPECT_EQ(sink.commits, kRows / 64 + 1);
}

class StoppingSink : public RecordingSink {
 public:
  void progress(std::uint64_t done, std::uint64_t) override {
    if (done == 5) throw std::runtime_error("stop");
  }
};

TEST(Repeat, StopsWhenTheSinkThrows) {
  TempBatch folder;
  fill(folder);
  FakeReader reader;
  MemoryStore store;
  StoppingSink sink;
  const Receive receive(national_settings(), kSchemas);
  EXPECT_THROW(receive.run(folder.batch(), reader, store, 4, sink), std::runtime_error);
  EXPECT_LE(sink.documents.size(), 5U);
}

TEST(InOrder, WorkThatThrowsComesOutInItsTurn) {
  std::vector<std::size_t> delivered;
  const auto work = [](std::size_t i) {
    if (i == 7) throw std::runtime_error("seven");
    return i;
  };
  EXPECT_THROW(in_order<std::size_t>(100, 4, 8, work,
                                     [&](std::size_t, std::size_t i) { delivered.push_back(i); }),
               std::runtime_error);
  EXPECT_EQ(delivered, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6}));
}

TEST(Codes, AreOwnAndComplete) {
  std::set<std::string_view> ids;
  for (const CodeInfo& code : codes()) {
    EXPECT_TRUE(ids.insert(code.id).second) << code.id;
    EXPECT_FALSE(code.title_zh.empty() || code.title_en.empty()) << code.id;
    EXPECT_FALSE(code.hint_zh.empty() || code.hint_en.empty()) << code.id;
    EXPECT_FALSE(code.title_en.ends_with('.')) << code.id;
  }
}

}  // namespace
}  // namespace guidang::receive::test
