// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/unit/stages/describe/describing.h"

namespace guidang::describe {
namespace {

TEST(Seeds, ANoticeFromAWebSiteIsReadWhole) {
  const char* shared = std::getenv("GUIDANG_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "GUIDANG_SHARED is not set";
  const std::filesystem::path path =
      std::filesystem::path{shared} / "seeds" / "002_6f66a263929dd125.txt";
  std::ifstream file(path, std::ios::binary);
  if (!file) GTEST_SKIP() << path << " is not there";
  const Described described =
      describe_text({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  EXPECT_EQ(described.value("title"),
            "凤凰县人民政府办公室关于印发《凤凰县人民政府办公室工作规则》的通知");
  EXPECT_EQ(described.value("document_number"), "凤政办发〔2023〕6号");
  EXPECT_EQ(described.value("creator"), "凤凰县人民政府办公室");
  EXPECT_EQ(described.value("date"), "2023-08-30");
  EXPECT_EQ(described.value("attachments"), "凤凰县人民政府办公室退文处理单");
}

}  // namespace
}  // namespace guidang::describe
