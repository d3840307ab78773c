// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "stages/extract/extract.h"
#include "stages/extract/format.h"
#include "stages/extract/process/helper_pool.h"

namespace guidang::extract {
namespace {

/// Files of other people, outside the repository: whatever they hold, no reader may crash, hang or
/// fill the memory.
TEST(RealFiles, EndInANamedState) {
  const char* shared = std::getenv("GUIDANG_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "GUIDANG_SHARED is not set";
  HelperPool pool{1};
  int files = 0;
  for (const char* folder : {"corpora/mixed", "corpora/ofd", "corpora/torture/encoding",
                             "corpora/gongwen/html", "seeds"}) {
    const std::filesystem::path root = std::filesystem::path{shared} / folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      const Extraction e = extract_file(pool, entry.path());
      EXPECT_TRUE(format_from(e.format)) << entry.path();
      EXPECT_FALSE(e.reason.starts_with("reader ")) << entry.path() << ": " << e.reason;
      EXPECT_EQ(e.state == TextState::read, !e.pages.empty()) << entry.path();
      ++files;
    }
  }
  EXPECT_GT(files, 500);
}

}  // namespace
}  // namespace guidang::extract
