// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/parameters.h"

#include <gtest/gtest.h>

#include <ostream>

#include "index/web/url.h"

namespace guidang::web {
namespace {

struct Case {
  std::string name{};
  std::string input{};
  std::string expected{};  ///< in canonical order; "-" when refused
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class ReadParameters : public ::testing::TestWithParam<Case> {};

TEST_P(ReadParameters, GivesThemInOneOrder) {
  const auto parameters = Parameters::read(GetParam().input);
  EXPECT_EQ(parameters ? parameters->text() : "-", GetParam().expected);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

INSTANTIATE_TEST_SUITE_P(
    All, ReadParameters,
    ::testing::Values(Case{"None", "", ""}, Case{"One", "q=a", "q=a"},
                      Case{"Sorted", "page=2&year=2023&q=a&year=2022",
                           "q=a&year=2023&year=2022&page=2"},
                      Case{"UnknownLast", "z=1&b=2&q=a", "q=a&b=2&z=1"},
                      Case{"Han", "q=%E9%98%B2%E6%B1%9B", "q=%E9%98%B2%E6%B1%9B"},
                      Case{"RawHan", "q=防汛", "q=%E9%98%B2%E6%B1%9B"},
                      Case{"Plus", "q=a+b", "q=a%20b"}, Case{"EqualsInValue", "q=a=b", "q=a%3Db"},
                      Case{"NoValue", "q", "q="}, Case{"EmptyItems", "&&q=a&", "q=a"},
                      Case{"HalfPercent", "q=%E9%9", "-"}, Case{"NoDigits", "q=%zz", "-"},
                      Case{"LonePercent", "q=100%", "-"}, Case{"Nul", "q=a%00b", "-"},
                      Case{"BadUtf8", "q=%FF", "-"}, Case{"Overlong", "q=%C0%AF", "-"},
                      Case{"Escape", "q=%1B", "-"},
                      Case{"LineEndsAreBlanks", "q=a%0D%0Ab", "q=a%0D%0Ab"},
                      Case{"LongName", repeated("n", 41) + "=1", "-"},
                      Case{"LongValue", "q=" + repeated("a", 2049), "-"},
                      Case{"TooMany", repeated("y=1&", 101), "-"}),
    [](const auto& test) { return test.param.name; });

TEST(Parameters, ValuesCanBeAddedAndTakenAway) {
  Parameters parameters = *Parameters::read("year=2022&year=2023&q=a&year=2022");
  EXPECT_EQ(parameters.all("year"), (std::vector<std::string>{"2022", "2023"}));
  EXPECT_TRUE(parameters.has("year", "2023"));
  EXPECT_EQ(parameters.remove("year", "2022").text(), "q=a&year=2023");
  EXPECT_EQ(parameters.set("q", "").text(), "year=2023");
  EXPECT_EQ(parameters.set("sort", "newest").get("sort"), "newest");
  EXPECT_EQ(parameters.add("utm", "x").keep_known().text(), "year=2023&sort=newest");
}

struct PathCase {
  std::string input{};
  std::optional<std::vector<std::string>> expected{};
};

TEST(Paths, AreSegments) {
  using List = std::vector<std::string>;
  for (const PathCase& c :
       {PathCase{"/", List{}}, PathCase{"/a/b", List{"a", "b"}}, PathCase{"/a/", List{"a"}},
        PathCase{"/a%2Fb", List{"a/b"}}, PathCase{"/X043-WS%C2%B72023", List{"X043-WS·2023"}},
        PathCase{"/a+b", List{"a+b"}}, PathCase{"a", std::nullopt}, PathCase{"", std::nullopt},
        PathCase{"//", std::nullopt}, PathCase{"/a//b", std::nullopt},
        PathCase{"/..", std::nullopt}, PathCase{"/a/%2e%2e/b", std::nullopt},
        PathCase{"/.", std::nullopt}, PathCase{"/%00", std::nullopt}, PathCase{"/%", std::nullopt},
        PathCase{"*", std::nullopt}}) {
    EXPECT_EQ(segments_of(c.input), c.expected) << c.input;
  }
}

TEST(Paths, ReadBackAsTheyWereWritten) {
  const std::vector<std::string> segments{"record", "X043-WS·2023-D30-0007", "a/b?c#d%e f"};
  EXPECT_EQ(segments_of(path_of(segments)), segments);
}

}  // namespace
}  // namespace guidang::web
