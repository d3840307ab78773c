// SPDX-License-Identifier: GPL-3.0-or-later
// The form of source files.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "tests/unit/meta/source_tree.h"

namespace guidang::test {
namespace {

constexpr std::size_t kLongestFile = 400;
constexpr std::size_t kMedianFile = 120;

/// Files that may be longer, each with its reason.
struct Exception {
  std::string_view path{};
  std::string_view reason{};
};
constexpr std::array kLongFiles{Exception{"templates/schema/profile.rng",
                                          "one grammar for a profile, which names itself alone"}};

bool is_source(const SourceFile& file) {
  constexpr std::array<std::string_view, 8> kEndings{".h",  ".cpp",   ".cpp.in", ".sql",
                                                     ".py", ".cmake", ".sh",     ".rng"};
  return file.ends_in("CMakeLists.txt") ||
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return file.ends_in(ending); });
}

TEST(Sources, NameTheirLicence) {
  for (const SourceFile& file : source_tree()) {
    if (!is_source(file)) continue;
    // A declaration of XML or an interpreter's line goes before.
    const std::string_view head = std::string_view(file.text).substr(0, 150);
    EXPECT_NE(head.find("SPDX-License-Identifier: GPL-3.0-or-later"), std::string_view::npos)
        << file.path;
  }
}

TEST(Sources, HeadersAreReadOnce) {
  for (const SourceFile& file : source_tree()) {
    if (!file.ends_in(".h")) continue;
    EXPECT_NE(file.text.find("\n#pragma once\n"), std::string::npos) << file.path;
  }
}

TEST(Sources, AreShort) {
  std::vector<std::size_t> lengths;
  for (const SourceFile& file : source_tree()) {
    if (!is_source(file)) continue;
    const std::size_t lines = lines_of(file.text).size();
    const bool excepted =
        std::any_of(kLongFiles.begin(), kLongFiles.end(),
                    [&](const Exception& exception) { return exception.path == file.path; });
    if (!excepted) {
      EXPECT_LE(lines, kLongestFile) << file.path;
    }
    if (file.is_cpp() && !file.in("tests")) lengths.push_back(lines);
  }
  ASSERT_FALSE(lengths.empty());
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  RecordProperty("median", static_cast<int>(*middle));
  EXPECT_LE(*middle, kMedianFile);
}

/// What a reader of a checkout could not follow: places of one machine, pages that are not here.
TEST(Sources, SpeakOfNothingThatIsNotHere) {
  const std::array<std::string, 5> words{
      std::string("/wo") + "rk/", std::string("DESI") + "GN", std::string("seed-") + "rules.md",
      std::string("style") + ".md", std::string("helper ") + "session"};
  for (const SourceFile& file : source_tree()) {
    for (const std::string& word : words) {
      EXPECT_EQ(file.text.find(word), std::string::npos) << file.path << " speaks of " << word;
    }
  }
}

}  // namespace
}  // namespace guidang::test
