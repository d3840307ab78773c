// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "stages/package/verify.h"

namespace guidang {
namespace {

/// Bags of other implementations: their writers and ours must be of one mind on the good ones.
TEST(ForeignBags, ThoseCalledGoodAreValid) {
  const char* shared = std::getenv("GUIDANG_SHARED");
  const std::filesystem::path root =
      shared == nullptr ? "" : std::filesystem::path(shared) / "corpora/bagit";
  if (shared == nullptr || !std::filesystem::exists(root)) {
    GTEST_SKIP() << "GUIDANG_SHARED names no folder with corpora/bagit";
  }
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().filename() != "bagit.txt") continue;
    const std::filesystem::path bag = entry.path().parent_path();
    const std::string name = bag.filename().string();
    const std::string folder = bag.parent_path().filename().string();
    const VerifyReport report = verify_bundle(bag);
    ++seen;
    if (name.starts_with("valid") || (name == "bag" && folder.starts_with("v0_"))) {
      EXPECT_EQ(to_text(report.verdict), "valid") << bag << "\n" << to_text(report, false);
    }
    if (name.starts_with("corrupt") || name.starts_with("malformed")) {
      EXPECT_EQ(to_text(report.verdict), "not_valid") << bag;
    }
  }
  EXPECT_GT(seen, 40U);
}

}  // namespace
}  // namespace guidang
