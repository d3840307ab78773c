// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/audit.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

TEST(Audit, FindsNothingInASoundIndex) {
  const TestFolder folder;
  build(folder / "index", {open_record("a", "甲", "乙"), open_record("b", "丙", "丁")});
  const AuditResult result = audit(folder / "index");
  EXPECT_TRUE(result.problems.empty());
  EXPECT_EQ(result.records, 2U);
  EXPECT_EQ(result.generation, 1);
}

TEST(Audit, SaysThatThereIsNoIndex) {
  const TestFolder folder;
  EXPECT_EQ(audit(folder / "index").problems.size(), 1U);
}

TEST(Audit, MissesALostText) {
  const TestFolder folder;
  build(folder / "index", {open_record("a", "甲", "乙")});
  for (const auto& entry : std::filesystem::directory_iterator(folder / "index/gen-000001/open")) {
    if (entry.path().filename().string().starts_with("text-")) {
      std::filesystem::resize_file(entry.path(), 3);
    }
  }
  EXPECT_EQ(audit(folder / "index").problems.size(), 1U);
}

TEST(Audit, FindsADamagedTable) {
  const TestFolder folder;
  build(folder / "index", {open_record("a", "甲", "乙")});
  const auto table = folder / "index/gen-000001/open/postlist.glass";
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  file << std::string(std::filesystem::file_size(table), 'x');
  file.close();
  EXPECT_FALSE(audit(folder / "index").problems.empty());
}

}  // namespace
}  // namespace guidang::index
