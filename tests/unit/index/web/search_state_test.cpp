// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/search_state.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::web {
namespace {

struct Case {
  std::string name{};
  std::string input{};
  std::string expected{};  ///< read and written again; or the reason of the refusal
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class State : public ::testing::TestWithParam<Case> {};

TEST_P(State, StandsInTheAddress) {
  const auto read = read_search(*Parameters::read(GetParam().input));
  const auto* const state = std::get_if<SearchState>(&read);
  EXPECT_EQ(state != nullptr ? state->parameters().text() : std::get<Refusal>(read).reason,
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, State,
    ::testing::Values(
        Case{"Empty", "", ""}, Case{"Blanks", "q=++", ""}, Case{"Query", "q=+a+b+", "q=a%20b"},
        Case{"UsualIsLeftOut", "q=a&sort=relevance&page=1&n=20", "q=a"},
        Case{"All",
             "view=print&n=50&page=3&words=typed&sort=code&to=2023-06-30&from=2023-01-01&"
             "fonds=X1&direction=received&retention=y&creator=c&doctype=d&year=2023&year=2022&q=a",
             "q=a&year=2023&year=2022&doctype=d&creator=c&retention=y&direction=received&fonds=X1&"
             "from=2023-01-01&to=2023-06-30&words=typed&sort=code&page=3&n=50&view=print"},
        Case{"NoValueIsAValue", "doctype=", "doctype="},
        Case{"TwiceIsOnce", "year=2023&year=2023", "year=2023"},
        Case{"Year", "from=2020&to=2021", "from=2020-01-01&to=2021-12-31"},
        Case{"Month", "from=2020-02&to=2020-02", "from=2020-02-01&to=2020-02-29"},
        Case{"NoDay", "from=2023-02-30", "bad-date"}, Case{"Word", "to=today", "bad-date"},
        Case{"EmptyDay", "from=&to=", ""}, Case{"UnknownSort", "sort=title", "bad-parameter"},
        Case{"PageZero", "page=0", "bad-parameter"}, Case{"PageWord", "page=x", "bad-parameter"},
        Case{"PageMinus", "page=-1", "bad-parameter"},
        Case{"PageHuge", "page=99999999999999999999999", "bad-parameter"},
        Case{"PageFar", "page=123456789012", "page=100000000"},
        Case{"ManyHits", "n=5000", "n=100"}),
    [](const auto& test) { return test.param.name; });

TEST(State, WithoutAQueryAsksForAll) {
  const auto asked = web::ask(SearchState{}, index::Vocabulary{});
  EXPECT_TRUE(std::get<index::Asked>(asked).query.root.children.empty());
}

TEST(State, DaysNarrowTheQuery) {
  const auto asked = ask(SearchState{.q = "a", .from = "2023-01-01"}, index::Vocabulary{});
  const index::QueryNode& root = std::get<index::Asked>(asked).query.root;
  ASSERT_EQ(root.children.size(), 2U);
  EXPECT_EQ(root.children.back().first_day, "2023-01-01");
  EXPECT_EQ(root.children.back().last_day, "");
}

}  // namespace
}  // namespace guidang::web
