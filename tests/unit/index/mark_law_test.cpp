// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "index/analyser.h"
#include "index/query_plan.h"
#include "index/snippet.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

/// Pieces of texts as they come: blanks inside words, full width, lost and odd characters.
constexpr std::array<std::string_view, 26> kPieces{
    "人民", "政府",    "信访",     "事项", "办",   "法",  "通　知", "第", "号",
    "年",   "二○二三", "〔2023〕", "６",   "006",  "WTO", "Ｗto",   "，", "。",
    " ",    "\n",      "\n\n",     "\f",   "\xFF", "é",   "(",      "①"};

std::string random_text(std::mt19937& random, std::size_t pieces) {
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

Snippet make_snippet(std::string_view text, const std::vector<Phrase>& phrases, std::size_t size) {
  const auto places = drop_overlaps(PhraseFinder(phrases).find_all(text, kPlacesInSnippet));
  std::vector<ByteRange> marks;
  for (const Occurrence& place : places) marks.push_back(place.range);
  return index::make_snippet(text, places, marks, size);
}

/// The law of highlights: what is marked, folded, is what was asked for, folded.
TEST(MarkLaw, MarkedTextFoldsToAQueryTerm) {
  constexpr unsigned kSeed = 20231;
  std::mt19937 random(kSeed);
  std::size_t queries = 0;
  std::size_t marks = 0;
  while (queries < 3000) {
    const std::string text = random_text(random, 40);
    std::vector<Phrase> phrases;
    std::vector<std::vector<std::string>> wanted;
    for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
      const std::string word = random_text(random, 1 + random() % 3);
      phrases.emplace_back(tokens_of(word));
      if (phrases.back().empty()) phrases.pop_back();
    }
    if (phrases.empty()) continue;
    ++queries;
    const Snippet snippet = make_snippet(text, phrases, 20 + random() % 200);
    ASSERT_EQ(text.substr(snippet.offset, snippet.text.size()), snippet.text);
    std::size_t end = 0;
    for (const ByteRange& mark : snippet.marks) {
      ASSERT_LE(end, mark.begin);
      ASSERT_LT(mark.begin, mark.end);
      ASSERT_LE(mark.end, snippet.text.size());
      end = mark.end;
      const auto found = tokens_of(snippet.text.substr(mark.begin, mark.end - mark.begin));
      const bool asked = std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
        return std::equal(
            found.begin(), found.end(), phrase.tokens().begin(), phrase.tokens().end(),
            [](const Token& a, const Token& b) { return a.text == b.text && a.kind == b.kind; });
      });
      ASSERT_TRUE(asked) << "seed " << kSeed << " text " << text << " marked "
                         << snippet.text.substr(mark.begin, mark.end - mark.begin);
      ++marks;
    }
  }
  EXPECT_GT(marks, 1000U);
}

/// And nothing is missed: a snippet without marks is of a text without the phrase.
TEST(MarkLaw, NoMarkMeansNoMatch) {
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    const std::string text = random_text(random, 30);
    const std::vector<Phrase> phrases{Phrase(tokens_of(random_text(random, 2)))};
    EXPECT_EQ(make_snippet(text, phrases, 60).marks.empty(), !phrases.front().occurs_in(text));
  }
}

}  // namespace
}  // namespace guidang::index
