// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/generation.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "pipeline/failure.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

std::vector<IndexRecord> some_records(int count) {
  std::vector<IndexRecord> records;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    records.push_back(
        open_record("r" + number, "关于第" + number + "号事项的通知",
                    "办理信访事项" + std::string(static_cast<std::size_t>(i % 7), 'x')));
    if (i % 3 == 0) records.back().access = Access::staff;
  }
  return records;
}

std::vector<std::string> entries(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

const std::vector<Access> kBoth{Access::open, Access::staff};

TEST(Generation, ThereIsNoneAtFirst) {
  const TestFolder folder;
  EXPECT_EQ(current_generation(folder / "index"), std::nullopt);
  EXPECT_THROW(Reader(folder / "index", kBoth), Failure);
}

TEST(Generation, UnchangedRecordsMakeNoNewOne) {
  const TestFolder folder;
  EXPECT_TRUE(build(folder / "index", some_records(20)).changed);
  const CommitResult again = build(folder / "index", some_records(20));
  EXPECT_FALSE(again.changed);
  EXPECT_EQ(again.generation, 1);
  EXPECT_EQ(again.records, 20U);
  EXPECT_EQ(entries(folder / "index"), (std::vector<std::string>{"CURRENT", "LOCK", "gen-000001"}));
}

TEST(Generation, KeepsTheOneBefore) {
  const TestFolder folder;
  for (int count = 1; count <= 4; ++count) build(folder / "index", some_records(count));
  EXPECT_EQ(entries(folder / "index"),
            (std::vector<std::string>{"CURRENT", "LOCK", "gen-000003", "gen-000004"}));
}

TEST(Generation, ReadersKeepWhatTheyOpened) {
  const TestFolder folder;
  build(folder / "index", some_records(30));
  const Reader reader(folder / "index", kBoth);
  for (int count = 1; count <= 3; ++count) build(folder / "index", some_records(count));
  const std::vector readers{&reader};
  const Results results = search(readers, parsed("信访事项 题名:第29号"));
  EXPECT_EQ(keys(results), "r29");
  EXPECT_FALSE(results.hits.front().snippet.marks.empty());
  EXPECT_EQ(Reader(folder / "index", kBoth).records(), 3U);
}

/// However a set of records came about, searches give the same bytes.
class SameAnswers : public ::testing::TestWithParam<int> {};

TEST_P(SameAnswers, AsARebuild) {
  const TestFolder folder;
  std::vector<IndexRecord> records = some_records(120);
  build(folder / "index", records, {1, false});
  const int changes = GetParam();
  records.erase(records.begin() + 3, records.begin() + 3 + changes / 2);
  for (int i = 0; i < changes; ++i) {
    IndexRecord& record = records[static_cast<std::size_t>(i)];
    record.title += " 补充";
    if (i % 2 == 0) record.access = record.access == Access::open ? Access::staff : Access::open;
  }
  records.push_back(open_record("new", "新的通知", "信访事项"));
  const CommitResult updated = build(folder / "index", records, {3, false});
  EXPECT_LT(updated.added, records.size());
  std::reverse(records.begin(), records.end());
  build(folder / "fresh", records, {2, false});
  for (const char* query : {"信访", "通知", "信访事项 -第7号", "补充 OR 新", "题名:通知", "x"}) {
    EXPECT_EQ(dump(find(folder / "index", query, {Access::open})),
              dump(find(folder / "fresh", query, {Access::open})));
    EXPECT_EQ(dump(find(folder / "index", query, kBoth, {200, 0})),
              dump(find(folder / "fresh", query, kBoth, {200, 0})));
  }
}

INSTANTIATE_TEST_SUITE_P(Changes, SameAnswers, ::testing::Values(0, 1, 10, 60));

TEST(Generation, ThreadsMayAddTogether) {
  const TestFolder folder;
  const std::vector<IndexRecord> records = some_records(90);
  {
    GenerationWriter writer(folder / "index", {2, false});
    std::vector<std::jthread> threads;
    for (std::size_t part = 0; part < 3; ++part) {
      threads.emplace_back([&, part] {
        for (std::size_t i = part; i < records.size(); i += 3) writer.add(records[i]);
      });
    }
    threads.clear();
    EXPECT_EQ(writer.commit().added, 90U);
  }
  build(folder / "other", records);
  EXPECT_EQ(dump(find(folder / "index", "信访", kBoth)),
            dump(find(folder / "other", "信访", kBoth)));
}

TEST(Generation, RefusesASecondWriter) {
  const TestFolder folder;
  const GenerationWriter writer(folder / "index");
  EXPECT_THROW(GenerationWriter(folder / "index"), Failure);
}

TEST(Generation, ARecordComesOnce) {
  const TestFolder folder;
  GenerationWriter writer(folder / "index");
  writer.add(open_record("r", "甲", "乙"));
  EXPECT_THROW(writer.add(open_record("r", "甲", "乙")), std::logic_error);
  EXPECT_THROW(writer.add(IndexRecord{}), std::logic_error);
}

TEST(Generation, WithoutCommitNothingChanges) {
  const TestFolder folder;
  build(folder / "index", some_records(5));
  {
    GenerationWriter writer(folder / "index");
    writer.add(open_record("r", "甲", "乙"));
  }
  EXPECT_EQ(Reader(folder / "index", kBoth).records(), 5U);
  EXPECT_EQ(entries(folder / "index"), (std::vector<std::string>{"CURRENT", "LOCK", "gen-000001"}));
}

TEST(Generation, AKilledBuildIsSweptAway) {
  const TestFolder folder;
  build(folder / "index", some_records(5));
  const pid_t child = fork();
  if (child == 0) {
    GenerationWriter writer(folder / "index");
    for (const IndexRecord& record : some_records(50)) writer.add(record);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(std::filesystem::exists(folder / "index/gen-000002.partial"));
  EXPECT_EQ(Reader(folder / "index", kBoth).records(), 5U);
  EXPECT_EQ(build(folder / "index", some_records(9)).generation, 2);
  EXPECT_EQ(Reader(folder / "index", kBoth).records(), 9U);
  EXPECT_FALSE(std::filesystem::exists(folder / "index/gen-000002.partial"));
}

TEST(Generation, KilledBeforeTheSwitchChangesNothing) {
  const TestFolder folder;
  build(folder / "index", some_records(5));
  std::filesystem::copy(folder / "index/gen-000001", folder / "index/gen-000002",
                        std::filesystem::copy_options::recursive);
  EXPECT_EQ(Reader(folder / "index", kBoth).generation(), 1);
  EXPECT_EQ(build(folder / "index", some_records(6)).generation, 2);
  EXPECT_EQ(Reader(folder / "index", kBoth).records(), 6U);
}

TEST(Generation, ADamagedOneIsBuiltAnew) {
  const TestFolder folder;
  build(folder / "index", some_records(5));
  std::ofstream(folder / "index/gen-000001/open/iamglass") << "damaged";
  EXPECT_THROW(Reader(folder / "index", kBoth), Failure);
  EXPECT_EQ(build(folder / "index", some_records(5)).added, 5U);
  EXPECT_EQ(Reader(folder / "index", kBoth).records(), 5U);
}

TEST(Generation, CurrentNamingNothingIsAFailure) {
  const TestFolder folder;
  build(folder / "index", some_records(1));
  std::ofstream(folder / "index/CURRENT") << "../elsewhere\n";
  EXPECT_THROW((void)current_generation(folder / "index"), Failure);
}

TEST(Generation, OthersMayBeKept) {
  const TestFolder folder;
  build(folder / "index", some_records(30));
  {
    GenerationWriter writer(folder / "index", {.keep_others = true});
    ASSERT_TRUE(writer.carries_on());
    writer.add(open_record("r1", "改过", "新的文字"));
    writer.remove("r2");
    writer.remove("never there");
    const CommitResult result = writer.commit();
    EXPECT_EQ(result.generation, 2);
    EXPECT_EQ(result.added, 1U);
    EXPECT_EQ(result.removed, 2U);
  }
  std::vector<IndexRecord> records = some_records(30);
  records[1] = open_record("r1", "改过", "新的文字");
  records.erase(records.begin() + 2);
  build(folder / "fresh", records);
  for (const char* query : {"信访", "改过", "第2号", "通知"}) {
    EXPECT_EQ(dump(find(folder / "index", query, kBoth)),
              dump(find(folder / "fresh", query, kBoth)));
  }
  EXPECT_FALSE(build(folder / "index", records).changed);
}

TEST(Generation, NothingCannotBeKept) {
  const TestFolder folder;
  GenerationWriter writer(folder / "index", {.keep_others = true});
  EXPECT_FALSE(writer.carries_on());
  EXPECT_THROW(writer.commit(), std::logic_error);
}

std::filesystem::perms mode_of(const std::filesystem::path& path) {
  return std::filesystem::status(path).permissions();
}

TEST(Generation, WhoMayReadAClassStaysDecided) {
  using std::filesystem::perms;
  const TestFolder folder;
  build(folder / "index", some_records(3));
  EXPECT_EQ(mode_of(folder / "index/gen-000001/staff") & perms::others_all, perms::none);
  std::filesystem::permissions(folder / "index/gen-000001/staff", perms{0700});
  std::filesystem::permissions(folder / "index/gen-000001/open", perms{0711});
  build(folder / "index", some_records(4));
  EXPECT_EQ(mode_of(folder / "index/gen-000002/staff"), perms{0700});
  EXPECT_EQ(mode_of(folder / "index/gen-000002/open"), perms{0711});
  build(folder / "index", some_records(4), {.rebuild = true});
  EXPECT_EQ(mode_of(folder / "index/gen-000003/staff"), perms{0700});
}

TEST(Generation, TextsOfGoneRecordsDoNotPileUp) {
  const TestFolder folder;
  std::vector<IndexRecord> records = some_records(40);
  build(folder / "index", records);
  bool built_anew = false;
  for (int round = 0; round < 4; ++round) {
    for (IndexRecord& record : records) {
      if (record.record != "r1") record.pages.front() += "改";
    }
    built_anew = build(folder / "index", records).added == records.size() || built_anew;
  }
  EXPECT_TRUE(built_anew);
}

}  // namespace
}  // namespace guidang::index
