// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/suggest.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

struct Case {
  std::string query{};
  std::string expected{};
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.query; }

class Suggested : public ::testing::TestWithParam<Case> {};

TEST_P(Suggested, FindsSomething) {
  const TestFolder folder;
  IndexRecord closed = open_record("z", "密云会见", "密云会见");
  closed.access = Access::staff;
  build(folder / "index", {open_record("a", "关于做好防汛工作的通知", "做好防汛工作。"),
                           open_record("b", "防汛工作方案", "防汛"),
                           open_record("c", "国务院办公厅通知", "通知"), closed});
  const Vocabulary vocabulary{
      Synonyms({{.words = {"国务院办公厅"}, .typed = {"国办"}},
                {.kind = WordGroup::Kind::near, .words = {"防汛", "防洪"}},
                {.kind = WordGroup::Kind::near, .words = {"密云", "会面"}}})};
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  const auto result = ask(GetParam().query, vocabulary);
  std::string found;
  for (const Suggestion& one : suggestions(readers, std::get<Asked>(result), vocabulary)) {
    found += (found.empty() ? "" : " | ") + one.text + " (" + std::to_string(one.count) + ")" +
             one.example;
  }
  EXPECT_EQ(found, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Table, Suggested,
                         ::testing::Values(Case{"防讯", "防汛 (2)"}, Case{"防洪", "防汛 (2)"},
                                           Case{"fxgz", "拼音:fxgz (2)防汛工作"},
                                           Case{"通知 fxgz", "通知 拼音:fxgz (1)防汛工作"},
                                           Case{"fx", ""}, Case{"mybj", ""}, Case{"会面", ""},
                                           Case{"密云会建", ""}, Case{"-fxgz", ""},
                                           Case{"防讯 饕餮", ""}));

}  // namespace
}  // namespace guidang::index
