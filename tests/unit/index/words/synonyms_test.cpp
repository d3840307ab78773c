// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/synonyms.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

using Kind = WordGroup::Kind;

Synonyms table() {
  return Synonyms({{.words = {"国务院办公厅"}, .typed = {"国办"}},
                   {.words = {"中共中央办公厅"}, .typed = {"中办"}},
                   {.words = {"环境保护部"}, .typed = {"环保部"}},
                   {.words = {"发展和改革委员会", "发展改革委", "发改委"}},
                   {.words = {"财政部", "中华人民共和国财政部"}},
                   {.words = {"国内生产总值", "GDP"}},
                   {.words = {"拥军优属、拥政爱民"}, .typed = {"双拥"}},
                   {.words = {"人民代表大会"}, .typed = {"人大"}},
                   {.words = {"人民代表大会代表", "人大代表"}},
                   {.kind = Kind::near, .words = {"防汛", "防洪"}}});
}

struct Case {
  std::string query{};
  std::string expected{};
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.query; }

class Expansion : public ::testing::TestWithParam<Case> {};

TEST_P(Expansion, IsAsExpected) {
  std::vector<Widened> widened;
  EXPECT_EQ(to_text(expand(parsed(GetParam().query).root, table(), Kind::equal, widened)),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Expansion,
    ::testing::Values(Case{"国办", "([国办] | [国务院办公厅])"},
                      // A word that is only typed is not looked for.
                      Case{"国务院办公厅", "[国务院办公厅]"},
                      Case{"國辦", "([国办] | [国务院办公厅])"},
                      Case{"发改委", "([发改委] | [发展和改革委员会] | [发展改革委])"},
                      Case{"发展和改革委员会", "([发展和改革委员会] | [发展改革委] | [发改委])"},
                      // Inside a longer word.
                      Case{"国办印发", "([国办印发] | [国务院办公厅印发])"},
                      Case{"省发改委", "([省发改委] | [省发展和改革委员会] | [省发展改革委])"},
                      Case{"市人大代表", "([市人大代表] | [市人民代表大会代表])"},
                      Case{"中办国办通知",
                           "([中办国办通知] | [中共中央办公厅国务院办公厅通知] | "
                           "[中共中央办公厅国办通知] | [中办国务院办公厅通知])"},
                      // By accident inside another word.
                      Case{"集中办理", "[集中办理]"}, Case{"环保部门", "[环保部门]"},
                      Case{"环保部", "([环保部] | [环境保护部])"},
                      Case{"环保部关于", "([环保部关于] | [环境保护部关于])"},
                      // What holds the word is found anyway.
                      Case{"财政部", "[财政部]"},
                      Case{"中华人民共和国财政部", "([中华人民共和国财政部] | [财政部])"},
                      Case{"gdp", "([gdp] | [国内生产总值])"},
                      Case{"双拥工作", "([双拥工作] | [拥军优属 拥政爱民工作])"},
                      // As it is: quoted, excluded, beginnings, fields without text.
                      Case{"\"国办\"", "[国办]"}, Case{"通知 -国办", "([通知] -[国办])"},
                      Case{"文号:国办", "number:[国办]"}, Case{"文种:国办", "type:[国办]"},
                      Case{"题名:国办", "(title:[国办] | title:[国务院办公厅])"},
                      Case{"机关:(国办 OR 县政府)",
                           "((creator:[国办] | creator:[国务院办公厅]) | creator:[县政府])"},
                      Case{"防汛", "[防汛]"}));

TEST(Expansion, TellsWhatItDid) {
  std::vector<Widened> widened;
  (void)expand(parsed("国办印发 国办 通知").root, table(), Kind::equal, widened);
  EXPECT_EQ(widened, (std::vector<Widened>{{"国办", {"国务院办公厅"}}}));
}

TEST(Expansion, TakesNearWordsWhenAsked) {
  std::vector<Widened> widened;
  EXPECT_EQ(to_text(expand(parsed("防汛 国办").root, table(), Kind::near, widened)),
            "(([防汛] | [防洪]) [国办])");
}

TEST(Expansion, IsBounded) {
  WordGroup many;
  for (char c = 'a'; c <= 'z'; ++c) many.words.push_back(std::string("汉字") + c);
  std::string query;
  for (char c = 'a'; c <= 'z'; ++c) query += std::string("汉字") + c + " ";
  std::vector<Widened> widened;
  const QueryNode root = expand(parsed(query).root, Synonyms({many}), Kind::equal, widened);
  std::size_t added = 0;
  for (const QueryNode& word : root.children) {
    EXPECT_LE(word.children.size(), kMostVariants + 1);
    for (const QueryNode& child : word.children) added += child.added ? 1 : 0;
  }
  EXPECT_EQ(added, kMostAdded);
}

TEST(Expansion, IsNotDoneTwice) {
  std::vector<Widened> widened;
  const QueryNode once = expand(parsed("国办").root, table(), Kind::equal, widened);
  QueryNode twice = expand(once, table(), Kind::equal, widened);
  EXPECT_EQ(twice.children.front().kind, QueryNode::Kind::any_of);
  EXPECT_TRUE(twice.children.back().added);
}

TEST(Synonyms, RankBelowWhatWasTyped) {
  const TestFolder folder;
  const std::string filler = "为做好有关工作,现将有关事项通知如下,请认真贯彻执行。";
  build(folder / "index", {open_record("full", "甲", "国务院办公厅转发。" + filler),
                           open_record("short", "乙", "由国办转发本件。" + filler),
                           open_record("none", "丙", "由县政府办公室转发。" + filler)});
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  std::vector<Widened> widened;
  Query query = parsed("国办");
  query.root = expand(query.root, table(), Kind::equal, widened);
  EXPECT_EQ(keys(search(readers, query)), "short full");
  EXPECT_EQ(keys(search(readers, parsed("国办"))), "short");
}

TEST(Synonyms, AreMarkedInHits) {
  const TestFolder folder;
  build(folder / "index", {open_record("full", "国务院办公厅通知", "国务院办公厅转发。")});
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  std::vector<Widened> widened;
  Query query = parsed("国办");
  query.root = expand(query.root, table(), Kind::equal, widened);
  const Results results = search(readers, query);
  ASSERT_EQ(results.hits.size(), 1U);
  EXPECT_EQ(results.hits[0].title_marks, (std::vector<ByteRange>{{0, 18}}));
}

TEST(Synonyms, PassOverWordsThatCannotBeLookedFor) {
  const Synonyms synonyms({{.words = {"京", "北京市"}}, {.words = {"。", "句号"}}});
  EXPECT_TRUE(synonyms.of("京", Kind::equal).empty());
  std::vector<Widened> widened;
  EXPECT_EQ(to_text(expand(parsed("京").root, synonyms, Kind::equal, widened)), "[京]");
}

}  // namespace
}  // namespace guidang::index
