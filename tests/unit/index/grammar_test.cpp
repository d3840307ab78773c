// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/grammar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "index/query_fields.h"

namespace guidang::index {
namespace {

std::vector<GrammarSection> page() { return load_grammar(GUIDANG_SOURCE_DIR); }

TEST(Grammar, ReadsExamplesAsItSays) {
  std::size_t examples = 0;
  for (const GrammarSection& section : page()) {
    for (const GrammarExample& example : section.examples) {
      const auto read = parse_query(example.query);
      const auto* query = std::get_if<Query>(&read);
      ASSERT_NE(query, nullptr) << example.query;
      EXPECT_EQ(to_text(query->root), example.reads) << example.query;
      ++examples;
    }
  }
  EXPECT_GT(examples, 20U);
}

TEST(Grammar, PointsAtMistakesAsItSays) {
  for (const GrammarSection& section : page()) {
    for (const GrammarMistake& mistake : section.mistakes) {
      const auto read = parse_query(mistake.query);
      const auto* error = std::get_if<QueryError>(&read);
      ASSERT_NE(error, nullptr) << mistake.query;
      EXPECT_EQ(mistake.query.substr(error->offset, error->length), mistake.points);
      EXPECT_EQ(error->suggestion, mistake.instead);
    }
  }
}

TEST(Grammar, NamesEveryFieldByAllItsNames) {
  std::vector<std::vector<std::string>> shown;
  for (const GrammarSection& section : page()) {
    for (const GrammarField& field : section.fields) {
      shown.push_back(field.names);
      const auto read = parse_query(field.query);
      ASSERT_TRUE(std::holds_alternative<Query>(read)) << field.query;
      EXPECT_THAT(field.query, ::testing::StartsWith(field.names.front() + ":"));
    }
  }
  std::vector<std::vector<std::string>> known;
  for (const FieldInfo& info : kFields) {
    std::vector<std::string> names{std::string(info.zh), std::string(info.en)};
    std::istringstream others{std::string(info.others)};
    for (std::string name; others >> name;) names.push_back(name);
    known.push_back(names);
  }
  EXPECT_EQ(shown, known);
}

TEST(Grammar, FitsATerminal) {
  for (const bool chinese : {true, false}) {
    const std::string text = to_terminal(page(), chinese);
    EXPECT_THAT(text, ::testing::HasSubstr("文号:国办发 2023 6号"));
    EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr("\n\n\n")));
  }
}

}  // namespace
}  // namespace guidang::index
