// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/spelling.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "index/words/word_repair.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

/// Words of a query that are looked at; each costs some milliseconds.
constexpr std::size_t kMostWords = 4;

bool may_be_misspelt(const QueryNode& node) {
  switch (node.field) {
    case Field::any:
    case Field::title:
    case Field::body:
    case Field::creator:
    case Field::recipients:
    case Field::cc:
      return node.kind == QueryNode::Kind::phrase && !node.prefix && !node.added;
    default:
      return false;
  }
}

void collect(QueryNode& node, std::vector<QueryNode*>& words) {
  if (node.kind == QueryNode::Kind::none_of) return;
  if (may_be_misspelt(node)) words.push_back(&node);
  for (QueryNode& child : node.children) collect(child, words);
}

}  // namespace

std::optional<Correction> correction(std::span<const Reader* const> readers, const Asked& asked) {
  return at_the_edge("search", [&]() -> std::optional<Correction> {
    const WordSearch records(readers);
    Query query = asked.typed;
    std::vector<QueryNode*> words;
    collect(query.root, words);
    if (words.size() > kMostWords) words.resize(kMostWords);
    for (QueryNode* word : words) {
      const std::size_t place = asked.text.find(word->text);
      if (place == std::string::npos || records.count(*word) > 0) continue;
      std::optional<Repair> found = repair(records, *word);
      if (!found) continue;
      Correction correction{asked.text, word->text, found->text, found->count};
      correction.text.replace(place, word->text.size(), found->text);
      return correction;
    }
    return std::nullopt;
  });
}

}  // namespace guidang::index
