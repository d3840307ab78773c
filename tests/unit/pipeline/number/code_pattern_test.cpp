// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/code_pattern.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

#include "pipeline/failure.h"

namespace guidang {
namespace {

constexpr std::string_view kItems = "{fonds}-WS·{year}-{period}[-{organ}]-{number:4}";
const CodeParts kParts{.fonds = "Z109", .year = 2011, .period = "Y", .organ = "BGS", .number = 1};

TEST(CodePattern, WritesTheExampleOfTheStandard) {
  const CodePattern pattern(kItems);
  EXPECT_EQ(pattern.format(kParts), "Z109-WS·2011-Y-BGS-0001");
  EXPECT_EQ(pattern.series(kParts), "Z109-WS·2011-Y-BGS-");
  CodeParts without = kParts;
  without.organ.clear();
  EXPECT_EQ(pattern.format(without), "Z109-WS·2011-Y-0001");
  EXPECT_EQ(pattern.code("Z109-WS·2011-Y-", 12345), "Z109-WS·2011-Y-12345");
}

struct Written {
  std::string name;
  std::string code;
};
void PrintTo(const Written& c, std::ostream* out) { *out << c.name; }

class ReadAs : public testing::TestWithParam<Written> {};
TEST_P(ReadAs, TheSameParts) {
  const auto parts = CodePattern(kItems).parse(GetParam().code);
  ASSERT_TRUE(parts);
  EXPECT_EQ(*parts, kParts);
}
INSTANTIATE_TEST_SUITE_P(Forms, ReadAs,
                         testing::Values(Written{"Da22", "Z109-WS·2011-Y-BGS-0001"},
                                         Written{"Da13", "Z109-WS·2011·Y·BGS-0001"},
                                         Written{"Bullet", "Z109-WS•2011-Y-BGS-0001"},
                                         Written{"KatakanaDot", "Z109-WS・2011-Y-BGS-0001"},
                                         Written{"HalfKatakanaDot", "Z109-WS･2011-Y-BGS-0001"},
                                         Written{"WideHyphen", "Z109－WS·2011–Y‐BGS−0001"},
                                         Written{"Blanks", "  Z109-WS·2011-Y-BGS-0001\n"}));

class NotRead : public testing::TestWithParam<Written> {};
TEST_P(NotRead, IsNoCode) { EXPECT_FALSE(CodePattern(kItems).parse(GetParam().code)); }
INSTANTIATE_TEST_SUITE_P(Flaws, NotRead,
                         testing::Values(Written{"Empty", ""},
                                         Written{"OtherCategory", "Z109-KJ·2011-Y-0001"},
                                         Written{"ShortNumber", "Z109-WS·2011-Y-001"},
                                         Written{"LeadingZero", "Z109-WS·2011-Y-00001"},
                                         Written{"NumberZero", "Z109-WS·2011-Y-0000"},
                                         Written{"TooLong", "Z109-WS·2011-Y-1234567890"},
                                         Written{"TwoDigitYear", "Z109-WS·11-Y-0001"},
                                         Written{"Tail", "Z109-WS·2011-Y-0001-2"},
                                         Written{"NoNumber", "Z109-WS·2011-Y-BGS-"},
                                         Written{"BadUtf8", "Z109-WS\xB7\x32\x30-Y-0001"},
                                         Written{"Huge", std::string(100'000, 'A')}));

class BadTemplate : public testing::TestWithParam<Written> {};
TEST_P(BadTemplate, IsRefused) {
  try {
    const CodePattern pattern(GetParam().code);
    FAIL() << pattern.text();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), ExitStatus::usage);
    EXPECT_NE(std::string(failure.what()).find(GetParam().code), std::string::npos);
  }
}
INSTANTIATE_TEST_SUITE_P(
    Flaws, BadTemplate,
    testing::Values(Written{"Empty", ""}, Written{"NoNumber", "{fonds}-{year}"},
                    Written{"NumberNotLast", "{number:4}-{year}"},
                    Written{"NumberWithoutWidth", "{fonds}-{number}"},
                    Written{"WidthTooLarge", "{fonds}-{number:12}"},
                    Written{"WidthOfAnother", "{year:4}-{number:4}"},
                    Written{"UnknownName", "{box}-{number:4}"},
                    Written{"Twice", "{year}-{year}-{number:4}"},
                    Written{"NothingBetween", "{fonds}{year}-{number:4}"},
                    Written{"LettersBetween", "{fonds}-WS{year}-{number:4}"},
                    Written{"GrownOn", "{fonds}WS-{year}-{number:4}"},
                    Written{"OpenBrace", "{fonds-{number:4"},
                    Written{"CloseBrace", "fonds}-{number:4}"},
                    Written{"OpenGroup", "{fonds}[-{organ}-{number:4}"},
                    Written{"NestedGroup", "{fonds}[-[{organ}]]-{number:4}"},
                    Written{"TwoGroups", "{fonds}[-{organ}][-{period}]-{number:4}"},
                    Written{"GroupOfTwo", "{fonds}[-{organ}-{period}]-{number:4}"},
                    Written{"OptionalNumber", "{fonds}[-{number:4}]"},
                    Written{"Blank", "{fonds}- {number:4}"}));

TEST(CodePattern, RefusesPartsThatNoCodeMayHave) {
  const CodePattern pattern(kItems);
  for (const char* fonds : {"", "A-1", "A·1", "全 宗", "A\n"}) {
    CodeParts parts = kParts;
    parts.fonds = fonds;
    EXPECT_THROW(static_cast<void>(pattern.series(parts)), Failure) << fonds;
  }
  CodeParts parts = kParts;
  parts.year = 0;
  EXPECT_THROW(static_cast<void>(pattern.series(parts)), Failure);
  EXPECT_THROW(static_cast<void>(pattern.code("A-", 0)), std::logic_error);
}

/// parse(format(x)) == x, over values and templates that a fixed seed makes.
TEST(CodePatternLaw, ReadsBackWhatItWrote) {
  std::mt19937 random(20231231);
  const auto upto = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n)(random);
  };
  const std::vector<std::string> letters{"A", "z", "0", "9", "办", "公", "室", "Y", "1"};
  const auto word = [&] {
    std::string value;
    for (std::size_t i = upto(5) + 1; i > 0; --i) value += letters[upto(letters.size() - 1)];
    return value;
  };
  const std::vector<std::string> fields{"{fonds}", "{category}", "{year}", "{period}"};
  const std::vector<std::string> signs{"-", "·", "-WS·", "·卷·", "--"};
  for (int round = 0; round < 3000; ++round) {
    std::string form;
    CodeParts parts;
    for (const std::string& field : fields) {
      if (upto(3) == 0) continue;
      form += field + signs[upto(signs.size() - 1)];
      if (field == "{fonds}") parts.fonds = word();
      if (field == "{category}") parts.category = word();
      if (field == "{year}") parts.year = static_cast<int>(1000 + upto(1999));
      if (field == "{period}") parts.period = word();
    }
    if (!form.empty() && upto(1) == 0) {
      form.erase(form.find_last_of('}') + 1);
      form += "[-{organ}]-";
      if (upto(1) == 0) parts.organ = word();
    }
    form += "{number:" + std::to_string(upto(8) + 1) + "}";
    parts.number = static_cast<std::uint32_t>(upto(CodePattern::kLargest - 1) + 1);
    const CodePattern pattern(form);
    const std::string code = pattern.format(parts);
    const auto read = pattern.parse(code);
    ASSERT_TRUE(read) << form << ' ' << code;
    ASSERT_EQ(*read, parts) << form << ' ' << code;
  }
}

}  // namespace
}  // namespace guidang
