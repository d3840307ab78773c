// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/initials.h"

#include <gtest/gtest.h>

#include <ostream>
#include <set>
#include <string>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

struct Case {
  std::string typed{};
  std::string text{};
  std::string found{};  ///< what of the text; "" for nothing
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.typed << " in " << c.text; }

class InitialsOf : public ::testing::TestWithParam<Case> {};

TEST_P(InitialsOf, StandWhereTheyAreSpoken) {
  const auto& [typed, text, expected] = GetParam();
  std::string found;
  for (const ByteRange& place : Initials(typed).find_all(text)) {
    found += (found.empty() ? "" : "|") + text.substr(place.begin, place.end - place.begin);
  }
  EXPECT_EQ(found, expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, InitialsOf,
    ::testing::Values(
        Case{"fxgz", "关于做好防汛工作的通知", "防汛工作"}, Case{"FXGZ", "防汛工作", "防汛工作"},
        Case{"ｆｘｇｚ", "防汛工作", "防汛工作"}, Case{"cq", "重庆市", "重庆"},
        Case{"yh", "农业银行", "银行"}, Case{"kj", "会计档案", "会计"},
        Case{"fangxun", "防汛工作", "防汛"}, Case{"fang xun", "防汛工作", "防汛"},
        Case{"fangxgz", "防汛工作", "防汛工作"}, Case{"xian", "西安市", "西安"},
        Case{"xi'an", "西安市", "西安"}, Case{"lvhua", "绿化工作", "绿化"},
        Case{"dagl", "《档案》管理办法", "档案》管理"}, Case{"dagl", "檔案管理", "檔案管理"},
        Case{"gzgz", "工作规则,工作规则", "工作规则|工作规则"}, Case{"fxgz", "防汛2023工作", ""},
        Case{"fxgz", "防旱工作", ""}, Case{"fanxun", "防汛", ""}, Case{"fang", "防汛", ""},
        Case{"f", "防汛", ""}, Case{"", "防汛", ""}, Case{"防xgz", "防汛工作", ""},
        Case{"fx1", "防汛", ""}, Case{"uiv", "防汛", ""}));

TEST(InitialsTerms, AreThreeLettersFromEachCharacterOn) {
  std::set<std::string> terms;
  for_each_initials_term("防汛工作", [&](std::string_view term) { terms.emplace(term); });
  EXPECT_EQ(terms, (std::set<std::string>{"fxg", "xgz", "gz", "z"}));
}

/// Whatever stands in the text is found: the terms of some way are all there.
TEST(InitialsTerms, HoldTheCandidatesOfWhatIsFound) {
  const std::string text = "关于印发《会计档案管理办法》的通知";
  std::set<std::string> terms;
  for_each_initials_term(text, [&](std::string_view term) { terms.emplace(term); });
  for (const std::string_view typed : {"kj", "kjda", "kuaijidangan", "glbf", "tz", "gyyf", "dtz"}) {
    const Initials initials(typed);
    ASSERT_TRUE(initials.occurs_in(text)) << typed;
    bool any = false;
    for (const auto& way : initials.candidates()) {
      bool all = true;
      for (const std::string& term : way) {
        const std::string start = term.substr(0, term.size() - 1);
        const auto next = terms.lower_bound(start);
        all = all && (term.back() == '*' ? next != terms.end() && next->starts_with(start)
                                         : terms.contains(term));
      }
      any = any || all;
    }
    EXPECT_TRUE(any) << typed;
  }
}

TEST(Initials, AreBoundedForAnyLetters) {
  EXPECT_TRUE(Initials(std::string(1000, 'a')).empty());
  EXPECT_LE(Initials(std::string(60, 'a')).candidates().size(), 24U);
  EXPECT_FALSE(Initials(std::string(60, 'x')).occurs_in("行行行"));
}

TEST(Initials, FindTitlesAndCreators) {
  const TestFolder folder;
  IndexRecord created = open_record("b", "通知", "防汛工作");
  created.creator = "凤凰县人民政府";
  build(folder / "index", {open_record("a", "关于做好防汛工作的通知", "正文"), created,
                           open_record("c", "付息办法", "正文")});
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  const auto found = [&](std::string text) {
    Query query;
    query.root.field = Field::initials;
    query.root.text = std::move(text);
    return keys(search(readers, query));
  };
  EXPECT_EQ(found("fxgz"), "a");
  EXPECT_EQ(found("fx"), "c a");
  EXPECT_EQ(found("fhxrmzf"), "b");
  EXPECT_EQ(found("fangxun"), "a");
  EXPECT_EQ(found("tz"), "b a");
  EXPECT_EQ(found("x"), "");
  EXPECT_EQ(found("通知"), "");
}

}  // namespace
}  // namespace guidang::index
