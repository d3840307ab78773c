// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages for people must hold.
#include <gtest/gtest.h>

#include <array>
#include <set>

#include "tests/unit/meta/source_tree.h"

namespace guidang::test {
namespace {

constexpr std::size_t kLongestPage = 80;
constexpr std::string_view kReadme = "README.md";

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(Pages, EveryRoomHasOne) {
  std::set<std::string> rooms{"samples", "templates", "tests"};
  for (const SourceFile& file : source_tree()) {
    if (file.is_cpp() && !file.in("tests")) rooms.insert(room_of(file));
  }
  for (const std::string& room : rooms) {
    EXPECT_TRUE(std::filesystem::exists(source_root() / room / kReadme)) << room;
  }
}

TEST(Pages, OfAFolderFitOnOne) {
  // Those of samples are tables with a row for each file.
  const std::set<std::string_view> longer{
      "README.md", "README.zh-CN.md", "samples/tutorial/README.md", "samples/damaged/README.md"};
  for (const SourceFile& file : source_tree()) {
    if (!file.ends_in(kReadme) || longer.contains(file.path)) continue;
    EXPECT_LE(lines_of(file.text).size(), kLongestPage) << file.path;
  }
}

/// Names of the commands as the program declares them.
std::vector<std::string> commands() {
  const std::string text = read_source("pipeline/cli/arguments.cpp");
  std::vector<std::string> names;
  for (std::size_t at = text.find(".command<"); at != std::string::npos;
       at = text.find(".command<", at + 1)) {
    const std::size_t begin = text.find('"', at) + 1;
    names.push_back(text.substr(begin, text.find('"', begin) - begin));
  }
  return names;
}

TEST(Pages, TellOfEveryCommand) {
  const std::vector<std::string> names = commands();
  EXPECT_GE(names.size(), 17U);
  for (const char* page : {"README.md", "README.zh-CN.md"}) {
    const std::string text = read_source(page);
    for (const std::string& name : names) {
      EXPECT_TRUE(has(text, "guidang " + name)) << page << " does not tell of guidang " << name;
    }
    for (const char* word : {"demo", "test", "build", "serve"}) {
      EXPECT_TRUE(has(text, "./guidang.sh " + std::string(word))) << page << ": " << word;
    }
  }
}

TEST(Pages, TellOfEveryExitStatus) {
  for (const char* page : {"README.md", "README.zh-CN.md", "pipeline/cli/README.md"}) {
    const std::string text = read_source(page);
    for (const char* status : {"0", "1", "2", "3", "130"}) {
      EXPECT_TRUE(has(text, "\n| " + std::string(status) + " |")) << page << ": " << status;
    }
  }
}

TEST(Pages, BothLanguagesHaveTheSameParts) {
  const auto parts = [](const char* page) {
    std::size_t count = 0;
    for (const std::string& line : lines_of(read_source(page))) count += line.starts_with("## ");
    return count;
  };
  EXPECT_EQ(parts("README.md"), parts("README.zh-CN.md"));
}

TEST(Pages, InvariantsNameTestsThatAreThere) {
  // In the table a test is named as `folder/file` with its ending.
  for (const char* page : {"README.md", "README.zh-CN.md"}) {
    const std::string text = read_source(page);
    for (std::size_t at = text.find("`tests/"); at != std::string::npos;
         at = text.find("`tests/", at + 1)) {
      const std::string path = text.substr(at + 1, text.find('`', at + 1) - at - 1);
      EXPECT_TRUE(std::filesystem::exists(source_root() / path)) << page << " names " << path;
    }
  }
}

TEST(Pages, ChangelogIsOpen) {
  EXPECT_TRUE(has(read_source("CHANGELOG.md"), "\n## [Unreleased]\n"));
}

}  // namespace
}  // namespace guidang::test
