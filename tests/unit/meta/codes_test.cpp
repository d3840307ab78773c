// SPDX-License-Identifier: GPL-3.0-or-later
// Stages and codes: what they say of themselves, and what the pages say of them.
#include <gtest/gtest.h>

#include <set>

#include "pipeline/home/home.h"
#include "pipeline/profile/profile.h"
#include "stages/all.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/meta/source_tree.h"

namespace guidang::test {
namespace {

class NoReader : public Reader {
 public:
  Extraction read(int, std::string_view) override { return {}; }
  int revision_of(std::string_view) const override { return 0; }
};

/// The row of a stage in the table of stages/README.md; "" when it has none.
std::string row_of(std::string_view stage) {
  const std::string begin = "| `" + std::string(stage) + "` ";
  for (const std::string& line : lines_of(read_source("stages/README.md"))) {
    if (line.starts_with(begin)) return line;
  }
  return {};
}

TEST(Stages, AreInTheTableInTheirOrder) {
  const TempFolder folder;
  Home::init(folder / "home", {.code = "X001", .name = "某办公室", .profile = "tutorial"});
  Home home(folder / "home", Home::Mode::write);
  const Profile profile = Profile::load(source_root(), "tutorial");
  NoReader reader;
  const Pipeline pipeline = make_pipeline(profile, home, reader);

  const std::string page = read_source("stages/README.md");
  EXPECT_FALSE(row_of("receive").empty());
  std::size_t before = page.find(row_of("receive"));
  for (const Step& step : pipeline.steps()) {
    const StageInfo& info = info_of(step);
    const std::string row = row_of(info.name);
    ASSERT_FALSE(row.empty()) << "stages/README.md has no row for " << info.name;
    EXPECT_LT(before, page.find(row)) << info.name;
    before = page.find(row);
    EXPECT_NE(row.find(info.zh), std::string::npos) << row;
    if (info.writes) {
      EXPECT_NE(row.find(name_of(*info.writes)), std::string::npos) << row;
    }
    for (const CodeInfo& code : info.codes) {
      EXPECT_NE(row.find(code.id.substr(0, code.id.find('-'))), std::string::npos)
          << code.id << " is not of " << row;
    }
  }
}

TEST(Codes, OfStagesAreTheirOwnAndComplete) {
  const std::string page = read_source("pipeline/findings/README.md");
  std::set<std::string_view> seen;
  const Profile profile = Profile::load(source_root(), "national");
  for (const CodeInfo& code : stage_codes(profile)) {
    EXPECT_TRUE(seen.insert(code.id).second) << code.id << " is used twice";
    EXPECT_FALSE(code.title_zh.empty()) << code.id;
    EXPECT_FALSE(code.title_en.empty()) << code.id;
    EXPECT_FALSE(code.hint_zh.empty()) << code.id;
    EXPECT_FALSE(code.hint_en.empty()) << code.id;
    EXPECT_NE(page.find(code.id.substr(0, code.id.find('-'))), std::string::npos) << code.id;
  }
}

TEST(Codes, OfRulesAreTheirOwnAndComplete) {
  for (const std::string& id : Profile::list(source_root())) {
    const Profile profile = Profile::load(source_root(), id);
    std::set<std::string_view> stages;
    const std::vector<CodeInfo> codes = stage_codes(profile);
    for (const CodeInfo& code : codes) stages.insert(code.id);
    std::set<std::string_view> seen;
    for (const profile::Element* rule : profile.section("check").all("rule")) {
      const std::string_view code = rule->attribute("id");
      EXPECT_TRUE(seen.insert(code).second) << rule->place() << ": " << code << " is used twice";
      // A rule that a stage applies bears that stage's code, and says so.
      EXPECT_EQ(stages.contains(code), rule->attribute("by") == "receive") << rule->place();
      for (const char* text : {"title", "hint"}) {
        EXPECT_FALSE(rule->in(text, "zh").empty()) << rule->place() << ' ' << text;
        EXPECT_FALSE(rule->in(text, "en").empty()) << rule->place() << ' ' << text;
      }
    }
  }
}

}  // namespace
}  // namespace guidang::test
