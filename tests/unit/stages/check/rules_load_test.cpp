// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "pipeline/failure.h"
#include "stages/check/rule.h"

namespace guidang::check {
namespace {

struct Case {
  std::string name;
  std::string rule;  ///< on line 3 of the profile
  std::string expected;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class BadRule : public ::testing::TestWithParam<Case> {};

const std::string kTitles = "<title lang='zh'>题</title><title lang='en'>title</title>";

TEST_P(BadRule, IsAFailureWithItsPlace) {
  const std::filesystem::path root = std::filesystem::path{"rules_test"} / GetParam().name;
  std::filesystem::remove_all(root);
  std::filesystem::create_directories(root / "templates/schema");
  std::filesystem::create_directories(root / "templates/profiles/p");
  std::filesystem::copy_file(
      std::filesystem::path{GUIDANG_SOURCE_DIR} / "templates/schema/profile.rng",
      root / "templates/schema/profile.rng");
  std::ofstream{root / "templates/profiles/p/profile.xml"}
      << "<profile id='p' version='1'>\n<check>\n" + GetParam().rule + "\n</check></profile>";
  const Profile profile = Profile::load(root, "p");
  try {
    static_cast<void>(Rules::load(profile));
    FAIL() << "no Failure";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.what(), "templates/profiles/p/profile.xml:3: " + GetParam().expected);
    EXPECT_EQ(failure.status(), ExitStatus::usage);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Messages, BadRule,
    ::testing::Values(
        Case{"NoCitation", "<rule id='A' predicate='date_present'>" + kTitles + "</rule>",
             "found <rule> without citation, expected citation=\"…\""},
        Case{"NoTitle", "<rule id='A' citation='c' predicate='date_present'/>",
             "found rule A without a title in both languages, expected <title lang=\"zh\"> and "
             "<title lang=\"en\">"},
        Case{"UnknownPredicate", "<rule id='A' citation='c' predicate='dates_present'/>",
             "found predicate=\"dates_present\", expected one of: attachments_present, "
             "date_possible, date_present, no_skipped_level, number_form, printed_not_before_date, "
             "received_not_before_date, received_within_working_days, record_complete, "
             "request_answered, secrecy_has_term, single_recipient, sources_agree, sure_enough, "
             "title_has_doctype, title_has_matter, title_not_supplied, title_present"},
        Case{"NobodyLooks", "<rule id='A' citation='c'/>",
             "found rule A with neither predicate nor by, expected one of them"},
        Case{"NoParameter", "<rule id='A' citation='c' predicate='received_within_working_days'/>",
             "found rule A without <param name=\"days\">, expected it, for predicate "
             "received_within_working_days"},
        Case{"ParameterIsNoNumber",
             "<rule id='A' citation='c' predicate='received_within_working_days'>"
             "<param name='days'>soon</param></rule>",
             "found days \"soon\", expected a whole number, 0 or more"},
        Case{"UnknownNumberFlaw",
             "<rule id='A' citation='c' predicate='number_form'>"
             "<param name='flaws'>ugly</param></rule>",
             "found flaws \"ugly\", expected a flaw of document numbers"},
        Case{"UnknownField",
             "<rule id='A' citation='c' predicate='sources_agree'>"
             "<param name='field'>colour</param></rule>",
             "found field \"colour\", expected a field of the description"},
        Case{"UnknownScale",
             "<rule id='A' citation='c' predicate='date_present' scale='s'>" + kTitles + "</rule>",
             "found scale=\"s\", expected the id of a <scale> of this section"},
        Case{"ImpossibleDay",
             "<rule id='A' citation='c' predicate='date_present' valid-from='2023-02-30'/>",
             "found valid-from=\"2023-02-30\", expected a day that exists"}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace guidang::check
