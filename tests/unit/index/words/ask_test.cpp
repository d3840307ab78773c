// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/ask.h"

#include <gtest/gtest.h>

namespace guidang::index {
namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary kWords{
      Synonyms({{.words = {"国务院办公厅"}, .typed = {"国办"}},
                {.kind = WordGroup::Kind::near, .words = {"防汛", "防洪"}}})};
  return kWords;
}

Asked asked(std::string_view text, AskOptions options = {}) {
  auto result = ask(text, vocabulary(), options);
  return std::get<Asked>(std::move(result));
}

TEST(Ask, WidensAndSaysSo) {
  const Asked answer = asked("国办 防汛");
  EXPECT_EQ(to_text(answer.typed.root), "([国办] [防汛])");
  EXPECT_EQ(to_text(answer.query.root), "(([国办] | [国务院办公厅]) [防汛])");
  EXPECT_EQ(answer.widened, (std::vector<Widened>{{"国办", {"国务院办公厅"}}}));
  EXPECT_EQ(answer.near, (std::vector<Widened>{{"防汛", {"防洪"}}}));
}

TEST(Ask, LeavesTheQueryAsTypedWhenAsked) {
  const Asked answer = asked("国办 防汛", {.synonyms = false});
  EXPECT_EQ(answer.query.root, answer.typed.root);
  EXPECT_TRUE(answer.widened.empty());
}

TEST(Ask, TakesNearWordsWhenAsked) {
  const Asked answer = asked("国办 防汛", {.near = true});
  EXPECT_EQ(to_text(answer.query.root), "(([国办] | [国务院办公厅]) ([防汛] | [防洪]))");
  EXPECT_EQ(answer.widened.size(), 2U);
  EXPECT_TRUE(answer.near.empty());
}

TEST(Ask, GivesTheErrorOfTheQuery) {
  const auto result = ask("(国办", vocabulary());
  EXPECT_TRUE(std::holds_alternative<QueryError>(result));
}

}  // namespace
}  // namespace guidang::index
