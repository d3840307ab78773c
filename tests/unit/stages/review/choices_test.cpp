// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/choices.h"

#include <gmock/gmock.h>

#include "stages/review/rows.h"

namespace guidang::review {
namespace {

std::vector<std::string> fields(const std::vector<Choice>& choices) {
  std::vector<std::string> all;
  for (const Choice& choice : choices) {
    all.push_back(choice.field + (choice.value.empty() ? "" : "=" + choice.value));
  }
  return all;
}

struct Case {
  std::string name{};
  Asked asked{};
  std::vector<std::string> expected{};
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class ChoicesTest : public ::testing::TestWithParam<Case> {};

TEST_P(ChoicesTest, FitTheQuestion) {
  EXPECT_EQ(fields(choices_for(GetParam().asked)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Questions, ChoicesTest,
    ::testing::Values(
        Case{"NoDate",
             {.code = "FMT-211", .place = "date"},
             {"date", "waive:FMT-211=yes", "withdraw=yes"}},
        Case{"NoYear", {.code = "YR-101", .place = "date"}, {"date", "year", "withdraw=yes"}},
        Case{"NoPeriod",
             {.code = "APR-101", .place = "period"},
             {"period", "filed=no", "withdraw=yes"}},
        Case{"AReturn",
             {.code = "RTN-11", .place = "received", .severity = Severity::give_back},
             {"return=approved", "return=refused", "received", "waive:RTN-11=yes", "withdraw=yes"}},
        Case{"Incomplete", {.code = "CMP-03"}, {"waive:CMP-03=yes", "merge", "withdraw=yes"}},
        Case{"AStub", {.code = "REG-17", .stub = true}, {"register_no"}}),
    [](const auto& row) { return row.param.name; });

TEST(Choices, AnswerToTheirNamesInBothLanguages) {
  const Choice choice{.zh = "填成文日期", .en = "set date", .field = "date"};
  for (const std::string_view name :
       {"填成文日期", " 填 成文日期　", "Set Date", "填成文日期 set date"}) {
    EXPECT_TRUE(choice.is_called(name)) << name;
  }
  EXPECT_FALSE(choice.is_called("填"));
  EXPECT_FALSE(choice.is_called(""));
}

TEST(Choices, AreToldByTheKeyAlone) {
  const Profile profile = Profile::load(GUIDANG_SOURCE_DIR, "national");
  EXPECT_EQ(fields(choices_of_key(profile, "d0123/FMT-211/date#2")),
            fields(choices_for({.code = "FMT-211", .place = "date"})));
  EXPECT_EQ(fields(choices_of_key(profile, "d0123/CMP-03/")),
            fields(choices_for({.code = "CMP-03"})));
  EXPECT_EQ(fields(choices_of_key(profile, "d0123/REG-17/")),
            std::vector<std::string>{"register_no"});
}

TEST(Answers, AreThoseOfTheTableThatAsks) {
  const Profile profile = Profile::load(GUIDANG_SOURCE_DIR, "national");
  EXPECT_TRUE(answers_to(profile, "no such question").empty());
  for (const profile::Element* question : profile.section("appraise").all("question")) {
    const std::string id(question->attribute("id"));
    EXPECT_GE(answers_to(profile, id).size(), 2U) << id;
    EXPECT_EQ(answers_to(profile, id).front().field, "answer:" + id);
  }
}

TEST(Keys, NameTheirDocument) {
  EXPECT_EQ(document_of_key("d0123/FMT-211/2:14"), "d0123");
  for (const std::string_view none : {"", "d0123", "i0123/FMT-211/", "/x/", "d/x/"}) {
    EXPECT_EQ(document_of_key(none), "") << none;
  }
}

}  // namespace
}  // namespace guidang::review
