// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace guidang {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

/// A data root with the real schema and profiles written by the test.
class ProfileFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = std::filesystem::path{"profile_test"} / info->name();
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "templates/schema");
    std::filesystem::copy_file(
        std::filesystem::path{GUIDANG_SOURCE_DIR} / "templates/schema/profile.rng",
        root_ / "templates/schema/profile.rng");
  }
  void write(const std::string& path, const std::string& text) {
    const std::filesystem::path file = root_ / "templates/profiles" / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file} << text;
  }
  std::string message(const std::string& id) {
    try {
      static_cast<void>(Profile::load(root_, id));
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.status(), ExitStatus::usage);
      advice_ = failure.advice();
      return failure.what();
    }
    return "no Failure";
  }
  std::filesystem::path root_;
  std::string advice_;
};

constexpr const char* kBase =
    "<profile id='base' version='1'>\n"
    "<title lang='zh'>基础</title><title lang='en'>base</title>\n"
    "<check><rule id='A-1' predicate='date_present'/></check>\n"
    "<year rule='signed'/>\n"
    "</profile>";

TEST_F(ProfileFolder, LaysOneOverTheOther) {
  write("base/profile.xml", kBase);
  write("own/profile.xml",
        "<profile id='own' version='7' extends='base'><title lang='zh'>本</title>"
        "<check><rule id='A-1' on='no'/></check><number pattern='{number}'/></profile>");
  const Profile own = Profile::load(root_, "own");
  EXPECT_EQ(own.id(), "own");
  EXPECT_EQ(own.version(), "7");
  EXPECT_EQ(own.title_zh(), "本");
  EXPECT_THAT(own.lineage(), ElementsAre("own", "base"));
  const profile::Element* rule = own.section("check").child("rule");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->attribute("predicate"), "date_present");
  EXPECT_EQ(rule->attribute("on"), "no");
  EXPECT_EQ(rule->place(), "templates/profiles/own/profile.xml:1");
  EXPECT_EQ(own.section("year").place(), "templates/profiles/base/profile.xml:4");
  EXPECT_TRUE(own.has_section("number"));
  EXPECT_FALSE(own.has_section("package"));
  EXPECT_EQ(own.section("package").place(), "templates/profiles/own/profile.xml: <package>");
  EXPECT_THROW(static_cast<void>(own.section("nonsense")), std::logic_error);
}

TEST_F(ProfileFolder, DigestIsOfTheMergedSectionAlone) {
  write("base/profile.xml", kBase);
  write("own/profile.xml", "<profile id='own' version='1' extends='base'/>");
  const Profile base = Profile::load(root_, "base");
  const Profile own = Profile::load(root_, "own");
  EXPECT_EQ(own.section_digest("check"), base.section_digest("check"));
  EXPECT_EQ(own.section_digest("check").size(), 64U);
  write("own/profile.xml",
        "<profile id='own' version='1' extends='base'>"
        "<check><rule id='A-1' on='no'/></check></profile>");
  const Profile changed = Profile::load(root_, "own");
  EXPECT_NE(changed.section_digest("check"), base.section_digest("check"));
  EXPECT_EQ(changed.section_digest("year"), base.section_digest("year"));
}

TEST_F(ProfileFolder, SectionMayStandInAFileOfItsOwn) {
  write("base/profile.xml",
        "<profile id='base' version='1'><appraise file='retention.xml'/></profile>");
  write("base/retention.xml", "<appraise>\n<period id='Y' name='永久'/></appraise>");
  const Profile base = Profile::load(root_, "base");
  EXPECT_EQ(base.section("appraise").child("period")->place(),
            "templates/profiles/base/retention.xml:2");
}

TEST_F(ProfileFolder, UnknownProfileNamesThoseThatAre) {
  write("base/profile.xml", kBase);
  EXPECT_EQ(message("bose"), "规则集“bose”不存在 / there is no profile 'bose'");
  EXPECT_EQ(advice_, "现有规则集 / there are: base");
  EXPECT_EQ(message("../base"), "规则集“../base”不存在 / there is no profile '../base'");
}

TEST_F(ProfileFolder, UnknownParentIsNamedWithItsLine) {
  write("own/profile.xml", "\n<profile id='own' version='1' extends='base'/>");
  EXPECT_EQ(message("own"),
            "templates/profiles/own/profile.xml:2: found extends=\"base\", expected one of: own");
}

TEST_F(ProfileFolder, CircleIsRefused) {
  write("a/profile.xml", "<profile id='a' version='1' extends='b'/>");
  write("b/profile.xml", "<profile id='b' version='1' extends='a'/>");
  EXPECT_EQ(message("a"),
            "templates/profiles/b/profile.xml:1: found extends=\"a\", which extends this one, "
            "expected a chain of profiles that ends");
}

TEST_F(ProfileFolder, IdMustBeThatOfTheFolder) {
  write("own/profile.xml", "<profile id='other' version='1'/>");
  EXPECT_EQ(message("own"),
            "templates/profiles/own/profile.xml:1: found id=\"other\", expected id=\"own\", the "
            "name of its folder");
}

TEST_F(ProfileFolder, SectionFileMustHoldThatSection) {
  write("own/profile.xml", "<profile id='own' version='1'><check file='x.xml'/></profile>");
  write("own/x.xml", "<year/>");
  EXPECT_EQ(message("own"), "templates/profiles/own/x.xml:1: found <year>, expected <check>");
}

TEST_F(ProfileFolder, MissingSectionFileIsNamed) {
  write("own/profile.xml", "<profile id='own' version='1'><check file='x.xml'/></profile>");
  EXPECT_EQ(message("own"), "templates/profiles/own/x.xml: not found");
}

TEST_F(ProfileFolder, SchemaFlawsNameFileAndLine) {
  write("own/profile.xml",
        "<profile id='own' version='1'>\n<check>\n<rule id='A' onn='no'/>\n</check></profile>");
  EXPECT_EQ(message("own"),
            "templates/profiles/own/profile.xml:3: element check has extra content: rule");
}

TEST_F(ProfileFolder, BrokenXmlNamesFileAndLine) {
  write("own/profile.xml", "<profile id='own' version='1'>\n<check>\n</profile>");
  EXPECT_THAT(message("own"), StartsWith("templates/profiles/own/profile.xml:3: "));
}

TEST(ShippedProfiles, AreAllValid) {
  const std::vector<std::string> ids = Profile::list(GUIDANG_SOURCE_DIR);
  EXPECT_THAT(ids, ::testing::IsSupersetOf({"national", "tutorial"}));
  for (const std::string& id : ids) {
    const Profile profile = Profile::load(GUIDANG_SOURCE_DIR, id);
    EXPECT_FALSE(profile.title_zh().empty() || profile.title_en().empty()) << id;
    EXPECT_EQ(profile.lineage().back(), "national") << id;
  }
}

}  // namespace
}  // namespace guidang
