// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/utf8.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "pipeline/text/columns.h"

namespace guidang::text {
namespace {

struct ValidityCase {
  const char* name;
  std::string bytes;
  bool valid;
};
void PrintTo(const ValidityCase& c, std::ostream* out) { *out << c.name; }

class Validity : public testing::TestWithParam<ValidityCase> {};

TEST_P(Validity, IsStrict) { EXPECT_EQ(is_utf8(GetParam().bytes), GetParam().valid); }

INSTANTIATE_TEST_SUITE_P(Utf8, Validity,
                         testing::Values(ValidityCase{"empty", "", true},
                                         ValidityCase{"ascii", "a\nb", true},
                                         ValidityCase{"han", "归档", true},
                                         ValidityCase{"last", "\xF4\x8F\xBF\xBF", true},
                                         ValidityCase{"aboveLast", "\xF4\x90\x80\x80", false},
                                         ValidityCase{"surrogate", "\xED\xA0\x80", false},
                                         ValidityCase{"overlongTwo", "\xC0\xAF", false},
                                         ValidityCase{"overlongThree", "\xE0\x80\xAF", false},
                                         ValidityCase{"overlongFour", "\xF0\x80\x80\xAF", false},
                                         ValidityCase{"cut", "\xE5\xBD", false},
                                         ValidityCase{"lone", "\x80", false},
                                         ValidityCase{"gb", "\xB9\xE9\xB5\xB5", false}),
                         [](const auto& i) { return std::string(i.param.name); });

TEST(Utf8, NextAlwaysMovesOn) {
  const std::string text =
      "\xE5\xBD"
      "a\xFF档";
  std::vector<char32_t> seen;
  for (std::size_t pos = 0; pos < text.size();) seen.push_back(next(text, pos));
  EXPECT_THAT(seen, testing::ElementsAre(kReplacement, kReplacement, U'a', kReplacement, U'档'));
}

TEST(Utf8, AppendIsTheInverseOfNext) {
  for (const char32_t c : {U'a', U'é', U'档', char32_t{0x20000}, char32_t{0x10FFFF}}) {
    std::string text;
    append(text, c);
    std::size_t pos = 0;
    EXPECT_EQ(next(text, pos), c);
    EXPECT_EQ(pos, text.size());
  }
  std::string text;
  append(text, 0xD800);
  append(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, CountsAndCutsByCodePoint) {
  EXPECT_EQ(length("a归档"), 3U);
  EXPECT_EQ(prefix("a归档", 2), "a归");
  EXPECT_EQ(prefix("归档", 9), "归档");
  EXPECT_EQ(prefix("", 1), "");
}

TEST(Utf8, TrimTakesTheBlanksOfWordProcessors) {
  EXPECT_EQ(trim("\u3000\u00A0\t 归 档\u2002\u200B\uFEFF\r\n"), "归 档");
  EXPECT_EQ(trim("\u3000\u3000"), "");
  EXPECT_EQ(trim("\x80 a"), "\x80 a");
  EXPECT_EQ(remove_blanks(" 归\u3000 档\n"), "归档");
}

TEST(Utf8, LinesEndInManyWays) {
  EXPECT_THAT(lines("a\r\nb\rc\n\nd\u2028e\ff"),
              testing::ElementsAre("a", "b", "c", "", "d", "e", "f"));
  EXPECT_THAT(lines("a\n"), testing::ElementsAre("a"));
  EXPECT_TRUE(lines("").empty());
}

TEST(Utf8, HanHasTheIdeographicZeroButNotTheCircle) {
  EXPECT_TRUE(is_han(U'档'));
  EXPECT_TRUE(is_han(U'〇'));
  EXPECT_TRUE(is_han(0x20000));
  EXPECT_FALSE(is_han(U'○'));
  EXPECT_FALSE(is_han(U'，'));
  EXPECT_FALSE(is_han(U'あ'));
}

TEST(Columns, IdeographsAndFullWidthSignsTakeTwo) {
  EXPECT_EQ(columns(""), 0U);
  EXPECT_EQ(columns("abc·"), 4U);
  EXPECT_EQ(columns("年度：2023"), 10U);
}

}  // namespace
}  // namespace guidang::text
