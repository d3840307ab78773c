// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/read_words.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <set>
#include <string>

#include "index/analyser.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

const std::filesystem::path kSchema =
    std::filesystem::path(GUIDANG_SOURCE_DIR) / "templates/schema/search-words.rng";

WordTable read(const std::string& bytes) {
  const TestFolder folder;
  std::ofstream(folder / "w.xml") << bytes;
  return read_words(folder / "w.xml", "w.xml", kSchema);
}

struct Case {
  std::string name{};
  std::string bytes{};
  std::string expected{};  ///< the beginning of the one line
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class BadWords : public ::testing::TestWithParam<Case> {};

TEST_P(BadWords, AreToldInOneLine) {
  const WordTable table = read(GetParam().bytes);
  const auto* line = std::get_if<std::string>(&table);
  ASSERT_NE(line, nullptr);
  EXPECT_EQ(line->substr(0, GetParam().expected.size()), GetParam().expected) << *line;
  EXPECT_EQ(line->find('\n'), line->npos);
}

std::string many_words() {
  std::string group = "<search-words>\n<equal>";
  for (int i = 0; i < 41; ++i) group += "<word>词语" + std::to_string(i) + "</word>";
  return group + "</equal></search-words>";
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadWords,
    ::testing::Values(
        Case{"NotXml", "同义词", "w.xml:1: "}, Case{"Empty", "", "w.xml"},
        Case{"OtherRoot", "<synonyms/>", "w.xml:1: "},
        Case{"UnknownElement", "<search-words>\n<same><word>国办</word></same></search-words>",
             "w.xml:2: "},
        Case{"Attribute", "<search-words>\n<equal x='1'><word>国办</word></equal></search-words>",
             "w.xml:2: "},
        Case{"OnlyTyped", "<search-words><equal><typed>国办</typed></equal></search-words>",
             "w.xml:1: "},
        Case{"OneWord", "<search-words>\n<equal><word>国办</word></equal></search-words>",
             "w.xml:2: 一组应有 2 至 40 个词"},
        Case{"OneCharacter",
             "<search-words>\n<equal><word>北京</word>\n<typed>京</typed></equal></search-words>",
             "w.xml:3: "},
        Case{"Signs",
             "<search-words>\n<equal><word>北京</word>\n<typed>、、</typed></equal></search-words>",
             "w.xml:3: 词过短"},
        Case{"TooMany", many_words(), "w.xml:2: 一组应有"},
        Case{"Entity", "<!DOCTYPE a [<!ENTITY e 'x'>]><search-words/>", "w.xml:1: "}));

TEST(Words, AreReadInTheirOrder) {
  const WordTable table = read(
      "<search-words><!-- x --><equal><word> 国务院办公厅 </word><typed>国办</typed></equal>\n"
      "<near><word>防汛</word><word>防洪</word></near></search-words>");
  const auto* groups = std::get_if<std::vector<WordGroup>>(&table);
  ASSERT_NE(groups, nullptr) << std::get<std::string>(table);
  ASSERT_EQ(groups->size(), 2U);
  EXPECT_EQ((*groups)[0].words, std::vector<std::string>{"国务院办公厅"});
  EXPECT_EQ((*groups)[0].typed, std::vector<std::string>{"国办"});
  EXPECT_EQ((*groups)[1].kind, WordGroup::Kind::near);
  EXPECT_EQ((*groups)[1].place, "w.xml:2");
}

TEST(Words, MayBeMissing) {
  const WordTable table = read_words("no/such.xml", "no/such.xml", kSchema);
  EXPECT_TRUE(std::holds_alternative<std::string>(table));
}

/// The table that comes with the program: valid, each group said once, nothing that would be
/// passed over.
TEST(NationalWords, CanAllBeUsed) {
  const WordTable table = read_words(
      std::filesystem::path(GUIDANG_SOURCE_DIR) / "templates/search/synonyms.xml", "n", kSchema);
  const auto* groups = std::get_if<std::vector<WordGroup>>(&table);
  ASSERT_NE(groups, nullptr) << std::get<std::string>(table);
  EXPECT_GT(groups->size(), 200U);
  std::set<std::string> said;
  for (const WordGroup& group : *groups) {
    std::set<std::string> words;
    std::string all = group.kind == WordGroup::Kind::near ? "near" : "equal";
    for (const auto* list : {&group.words, &group.typed}) {
      for (const std::string& word : *list) {
        EXPECT_TRUE(words.insert(word).second) << group.place << " " << word;
        EXPECT_EQ(folded_line(word).empty(), false) << group.place;
        EXPECT_LE(tokens_of(word).size(), kLongestSynonym) << group.place;
        all += " " + word;
      }
    }
    EXPECT_TRUE(said.insert(all).second) << group.place;
  }
}

TEST(OrganWords, KeepNamesApartInTime) {
  const std::vector<organs::Organ> organs{
      {.id = "mee",
       .names = {{.text = "国家环境保护总局"}, {.text = "环境保护部"}, {.text = "生态环境部"}},
       .aliases = {"环保部", "国家环保总局"},
       .place = "o:1"},
      {.id = "plain", .names = {{.text = "审计署"}}},
      {.id = "ndrc",
       .names = {{.text = "国家发展和改革委员会"}},
       .shorts = {"国家发展改革委"},
       .aliases = {"发展改革委", "国家发改委"}}};
  const std::vector<WordGroup> groups = words_of(organs);
  ASSERT_EQ(groups.size(), 4U);
  EXPECT_EQ(groups[0].words, (std::vector<std::string>{"国家环境保护总局", "国家环保总局"}));
  EXPECT_EQ(groups[1].words, (std::vector<std::string>{"环境保护部"}));
  EXPECT_EQ(groups[1].typed, (std::vector<std::string>{"环保部"}));
  EXPECT_EQ(groups[2].kind, WordGroup::Kind::near);
  EXPECT_EQ(groups[2].words,
            (std::vector<std::string>{"生态环境部", "环境保护部", "国家环境保护总局"}));
  EXPECT_EQ(groups[3].words,
            (std::vector<std::string>{"国家发展和改革委员会", "国家发展改革委", "国家发改委"}));
  // A province's commission is called so, too.
  EXPECT_EQ(groups[3].typed, (std::vector<std::string>{"发展改革委"}));
}

}  // namespace
}  // namespace guidang::index
