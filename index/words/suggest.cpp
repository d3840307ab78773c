// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/suggest.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "index/search.h"
#include "index/words/initials.h"
#include "index/words/spelling.h"
#include "index/words/word_search.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

constexpr std::size_t kMostSuggestions = 3;
/// Fewer letters are the initials of too much.
constexpr std::size_t kFewestLetters = 3;
constexpr std::size_t kExamples = 20;
constexpr std::string_view kInitialsField = "拼音:";

bool is_letters(std::string_view text) {
  return text.size() >= kFewestLetters && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

/// The first word of letters that was looked for anywhere, or null.
QueryNode* find_letters(QueryNode& node) {
  if (node.kind == QueryNode::Kind::none_of) return nullptr;
  if (node.kind == QueryNode::Kind::phrase) {
    const bool bare = node.field == Field::any && !node.quoted && !node.prefix;
    return bare && is_letters(node.text) ? &node : nullptr;
  }
  for (QueryNode& child : node.children) {
    if (QueryNode* found = find_letters(child)) return found;
  }
  return nullptr;
}

std::string with(const std::string& text, const std::string& was, const std::string& is) {
  const std::size_t place = text.find(was);
  return place == text.npos ? std::string() : std::string(text).replace(place, was.size(), is);
}

class Adviser {
 public:
  Adviser(std::span<const Reader* const> readers, const Asked& asked, const Vocabulary& vocabulary)
      : readers_(readers), asked_(asked), vocabulary_(vocabulary), records_(readers) {}

  std::vector<Suggestion> advise() {
    by_spelling();
    by_initials();
    by_meaning();
    if (found_.size() > kMostSuggestions) found_.resize(kMostSuggestions);
    return std::move(found_);
  }

 private:
  /// What a person gets who asks so.
  [[nodiscard]] std::size_t count(const std::string& text) const {
    const auto answer = ask(text, vocabulary_);
    const auto* asked = std::get_if<Asked>(&answer);
    return asked == nullptr ? 0 : records_.count(asked->query.root);
  }

  void by_spelling() {
    const auto correct = correction(readers_, asked_);
    if (!correct) return;
    const std::size_t records = count(correct->text);
    if (records == 0) return;
    found_.push_back(
        {Suggestion::Kind::spelling, correct->text, correct->was, correct->is, {}, records});
  }

  void by_initials() {
    Query query = asked_.typed;
    QueryNode* letters = find_letters(query.root);
    if (letters == nullptr || Initials(letters->text).empty()) return;
    letters->field = Field::initials;
    const std::size_t records = records_.count(query.root);
    if (records == 0) return;
    const std::string is = std::string(kInitialsField) + letters->text;
    found_.push_back({Suggestion::Kind::initials, with(asked_.text, letters->text, is),
                      letters->text, is, example(query, Initials(letters->text)), records});
  }

  /// What the letters mostly stand for among the best hits.
  [[nodiscard]] std::string example(const Query& query, const Initials& letters) const {
    std::map<std::string, std::size_t> seen;
    for (const Hit& hit : search(readers_, query, {.limit = kExamples, .loosen = false}).hits) {
      for (const std::string* text : {&hit.title, &hit.creator}) {
        for (const ByteRange& place : letters.find_all(*text)) {
          ++seen[text->substr(place.begin, place.end - place.begin)];
        }
      }
    }
    const auto most = std::max_element(
        seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == seen.end() ? std::string() : most->first;
  }

  void by_meaning() {
    for (const Widened& word : asked_.near) {
      Suggestion best{.kind = Suggestion::Kind::near, .was = word.typed};
      for (const std::string& other : word.also) {
        std::string text = with(asked_.text, word.typed, other);
        const std::size_t records = text.empty() ? 0 : count(text);
        if (records <= best.count) continue;
        best.text = std::move(text);
        best.is = other;
        best.count = records;
      }
      if (best.count > 0) found_.push_back(std::move(best));
    }
  }

  std::span<const Reader* const> readers_;
  const Asked& asked_;
  const Vocabulary& vocabulary_;
  WordSearch records_;
  std::vector<Suggestion> found_{};
};

}  // namespace

std::vector<Suggestion> suggestions(std::span<const Reader* const> readers, const Asked& asked,
                                    const Vocabulary& vocabulary) {
  return at_the_edge("search", [&] { return Adviser(readers, asked, vocabulary).advise(); });
}

}  // namespace guidang::index
