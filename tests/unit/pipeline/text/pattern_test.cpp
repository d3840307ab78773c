// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/pattern.h"

#include <gtest/gtest.h>

#include "pipeline/failure.h"

namespace guidang::text {
namespace {

TEST(Pattern, KnowsCodePoints) {
  EXPECT_TRUE(Pattern("^.档$").matches("归档"));
  EXPECT_TRUE(Pattern("^[归立]档$").matches("归档"));
  EXPECT_FALSE(Pattern("^[归立]$").matches("档"));
}

TEST(Pattern, GivesOffsetsInBytes) {
  const std::string text = "见国发〔2023〕6号";
  const auto match = Pattern("(?P<code>[国办]发)〔(\\d{4})〕(?<number>\\d+)(-\\d)?号").search(text);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->offset, 3U);
  EXPECT_EQ(match->length, text.size() - 3);
  EXPECT_EQ(match->group(text, "code"), "国发");
  EXPECT_EQ(match->group(text, 2), "2023");
  EXPECT_EQ(match->group(text, "number"), "6");
  EXPECT_EQ(match->groups.size(), 5U);
  EXPECT_FALSE(match->groups[4]);
  EXPECT_EQ(match->group(text, "nothing"), "");
}

TEST(Pattern, NamesSkipWhatDoesNotCapture) {
  const Pattern pattern(R"((?:a)(?=b)(?<!z)[(]?\((?i:x)(?<name>c)\Q(\E)");
  const std::string text = "ab";
  EXPECT_FALSE(pattern.matches(text));
  const auto match = Pattern(R"((?:a)[(](?<name>c))").search("a(c");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->names.at("name"), 1U);
}

TEST(Pattern, FindsAllEvenEmptyOnes) {
  EXPECT_EQ(Pattern("档").all("归档档案").size(), 2U);
  EXPECT_EQ(Pattern("x*").all("归档").size(), 3U);
  EXPECT_EQ(Pattern("^归").all("归归").size(), 1U);
}

TEST(Pattern, SearchesFromAPlace) {
  EXPECT_EQ(Pattern("档").search("归档档", 4)->offset, 6U);
  EXPECT_FALSE(Pattern("档").search("归档", 7));
}

TEST(Pattern, RefusesWhatCannotWork) {
  EXPECT_THROW(Pattern("(归"), Failure);
  EXPECT_THROW(Pattern("(*LIMIT_MATCH=9)a"), Failure);
  EXPECT_THROW(Pattern("()()()()()()()()()()()()()()()()()()()()"), Failure);
  EXPECT_THROW(Pattern("\xFF"), Failure);
}

TEST(Pattern, GivesUpOnExplosions) {
  const Pattern pattern("^(a+)+$");
  const std::string text = std::string(64, 'a') + "b";
  EXPECT_EQ(pattern.test(text), Outcome::undecided);
  EXPECT_FALSE(pattern.matches(text));
  EXPECT_TRUE(pattern.all(text).empty());
}

TEST(Pattern, DoesNotOverflowTheStack) {
  EXPECT_EQ(Pattern("^(?:a|b)*$").test(std::string(1 << 20, 'a')), Outcome::undecided);
}

TEST(Pattern, CannotDecideOnBrokenText) {
  EXPECT_EQ(Pattern("a").test("a\xFF"), Outcome::undecided);
}

TEST(Pattern, SearchesTheBeginningOfLongText) {
  const std::string text = std::string(Pattern::kMaxSubject, 'x') + "y";
  EXPECT_FALSE(Pattern("y").matches(text));
  EXPECT_TRUE(Pattern("x").matches(text));
}

}  // namespace
}  // namespace guidang::text
