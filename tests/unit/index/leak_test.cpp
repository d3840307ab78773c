// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

std::vector<IndexRecord> open_records() {
  std::vector<IndexRecord> records;
  for (int i = 0; i < 25; ++i) {
    const std::string number = std::to_string(i);
    records.push_back(
        open_record("r" + number, "第" + number + "号通知", "办理信访事项的通知" + number));
  }
  return records;
}

IndexRecord closed_record() {
  IndexRecord record =
      open_record("closed", "关于信访人张三的处理决定", "信访人张三的通知，不予公开");
  record.access = Access::staff;
  record.year = 2023;
  record.code = "X001-0001";
  return record;
}

/// A record that may not be seen leaves no trace in what an open reader gets.
TEST(Leak, AClosedRecordChangesNothing) {
  const TestFolder folder;
  std::vector<IndexRecord> records = open_records();
  build(folder / "without", records);
  records.push_back(closed_record());
  build(folder / "with", records);
  for (const char* query :
       {"信访", "通知", "张三", "信访人张三", "-张三", "年度:2023", "档号:X001", "题名:处理决定",
        "信访 OR 张三", "不予公开", "\"张三的通知\"", "-信访", "关于", "文号:2023"}) {
    EXPECT_EQ(dump(find(folder / "with", query)), dump(find(folder / "without", query))) << query;
  }
  EXPECT_EQ(find(folder / "with", "张三", {Access::open, Access::staff}).total, 1U);
  EXPECT_EQ(Reader(folder / "with", std::vector{Access::open}).records(), 25U);
}

bool open_folders_hold(const std::filesystem::path& index, const std::string& bytes) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(index)) {
    if (entry.path().parent_path().filename() != "open") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    if (content.find(bytes) != std::string::npos) return true;
  }
  return false;
}

/// Closing a record takes its bytes out of the open folders at once, those of generations before
/// included, and leaves the others' texts in place.
TEST(Leak, ClosingARecordLeavesNoByte) {
  const TestFolder folder;
  std::vector<IndexRecord> records = open_records();
  records.push_back(closed_record());
  records.back().access = Access::open;
  build(folder / "index", records);
  EXPECT_EQ(find(folder / "index", "张三").total, 1U);
  EXPECT_TRUE(open_folders_hold(folder / "index", "不予公开"));
  records.back().access = Access::staff;
  build(folder / "index", records);
  EXPECT_EQ(find(folder / "index", "张三").total, 0U);
  for (const char* bytes : {"不予公开", "张三", "处理决定", "X001-0001", "closed"}) {
    EXPECT_FALSE(open_folders_hold(folder / "index", bytes)) << bytes;
  }
  EXPECT_EQ(find(folder / "index", "办理信访事项的通知").total, 25U);
}

TEST(Leak, AWithdrawnRecordLeavesNoByte) {
  const TestFolder folder;
  std::vector<IndexRecord> records = open_records();
  records.push_back(closed_record());
  records.back().access = Access::open;
  build(folder / "index", records);
  records.pop_back();
  build(folder / "index", records);
  EXPECT_FALSE(open_folders_hold(folder / "index", "张三"));
}

/// The text that a record had before it was changed goes with it, too.
TEST(Leak, ClosingAChangedRecordLeavesNoByteOfItsFormerText) {
  const TestFolder folder;
  std::vector<IndexRecord> records = open_records();
  records.push_back(closed_record());
  records.back().access = Access::open;
  build(folder / "index", records);
  records.back().pages.front() = "改过的文字";
  build(folder / "index", records);
  records.back().access = Access::staff;
  build(folder / "index", records);
  for (const char* bytes : {"不予公开", "改过的文字", "张三"}) {
    EXPECT_FALSE(open_folders_hold(folder / "index", bytes)) << bytes;
  }
  EXPECT_EQ(find(folder / "index", "办理信访事项的通知").total, 25U);
}

/// Xapian remembers the least and greatest value of each slot.
TEST(Leak, ClosingARecordLeavesNoBoundOfItsValues) {
  for (const bool greatest : {false, true}) {
    const TestFolder folder;
    const std::string edge = greatest ? "\xEF\xBF\xBD" : "!";
    std::vector<IndexRecord> records = open_records();
    for (IndexRecord& record : records) {
      record.code = "X1-" + record.record;
      record.doctype = "通知";
      record.creator = "县政府";
      record.retention = "永久";
      record.fonds = "X1";
      record.direction = "issued";
      record.year = 2023;
      record.date = "2023-05-01";
    }
    IndexRecord closed = closed_record();
    closed.record = edge + "key";
    closed.code = edge + "code";
    closed.doctype = edge + "doctype";
    closed.creator = edge + "creator";
    closed.retention = edge + "retention";
    closed.fonds = edge + "fonds";
    closed.direction = edge + "direction";
    closed.date = edge + "date";
    closed.access = Access::open;
    records.push_back(closed);
    build(folder / "index", records);
    records.back().access = Access::staff;
    build(folder / "index", records);
    EXPECT_FALSE(open_folders_hold(folder / "index", edge + "code"));
    for (const char* name :
         {"key", "code", "doctype", "creator", "retention", "fonds", "direction", "date"}) {
      EXPECT_FALSE(open_folders_hold(folder / "index", edge + name)) << name;
    }
    records.pop_back();
    build(folder / "fresh", records);
    for (const char* query : {"信访", "年度:2023", "机关:县政府", "文种:通知"}) {
      EXPECT_EQ(dump(find(folder / "index", query)), dump(find(folder / "fresh", query))) << query;
    }
  }
}

}  // namespace
}  // namespace guidang::index
