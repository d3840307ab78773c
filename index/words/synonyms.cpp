// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/synonyms.h"

#include <algorithm>
#include <utility>

#include "index/analyser.h"
#include "pipeline/text/word_breaks.h"

namespace guidang::index {
namespace {

/// Stands between tokens, so that a key is the same row of tokens and nothing else.
constexpr char kBetween = '\x1f';

/// A folded word of one character would be found in most texts.
constexpr std::size_t kShortest = 2;

/// From so many ideographs on, a word hardly stands in a text by accident: only its end is looked
/// at.
constexpr std::size_t kDistinct = 3;

std::string key_of(const std::vector<Token>& tokens) {
  std::string key;
  for (const Token& token : tokens) key.append(token.text) += kBetween;
  return key;
}

bool holds(std::string_view key, std::string_view part) {
  for (std::size_t at = key.find(part); at != key.npos; at = key.find(part, at + 1)) {
    if (at == 0 || key[at - 1] == kBetween) return true;
  }
  return false;
}

void add_once(std::vector<std::string>& words, const std::string& word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

/// Whether a text field's words may stand for others.
bool is_text(Field field) {
  switch (field) {
    case Field::any:
    case Field::title:
    case Field::body:
    case Field::creator:
    case Field::recipients:
    case Field::cc:
      return true;
    default:
      return false;
  }
}

/// Tells accidents from words; looks into the dictionary only when it must.
class Edges {
 public:
  Edges(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  [[nodiscard]] bool stands_apart(std::size_t first, std::size_t count) {
    if (count == tokens_.size()) return true;
    const std::size_t ideographs = static_cast<std::size_t>(
        std::count_if(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(first + count),
                      [](const Token& token) { return token.kind == Token::Kind::ideograph; }));
    if (ideographs == 0) return true;
    const bool begins = ideographs >= kDistinct || is_edge(tokens_[first].range.begin);
    return begins && is_edge(tokens_[first + count - 1].range.end);
  }

 private:
  bool is_edge(std::size_t at) {
    if (breaks_.empty()) breaks_ = text::word_breaks(text_);
    return at == text_.size() || std::binary_search(breaks_.begin(), breaks_.end(), at);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<std::size_t> breaks_{};  ///< empty: not looked up yet
};

std::string replaced(std::string_view text, const Synonyms::Place& place, std::string_view by) {
  return std::string(text.substr(0, place.begin)).append(by).append(text.substr(place.end));
}

/// What the whole may read instead, the first word of each place before the second of any.
std::vector<std::string> variants(std::string_view text,
                                  const std::vector<Synonyms::Place>& places) {
  std::vector<std::string> result;
  if (places.size() > 1) {
    std::string all(text);
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
      all = replaced(all, *place, place->others.front());
    }
    result.push_back(std::move(all));
  }
  for (std::size_t i = 0; result.size() < kMostVariants; ++i) {
    bool more = false;
    for (const Synonyms::Place& place : places) {
      if (i >= place.others.size() || result.size() == kMostVariants) continue;
      more = true;
      add_once(result, replaced(text, place, place.others[i]));
    }
    if (!more) break;
  }
  return result;
}

class Expander {
 public:
  Expander(const Synonyms& synonyms, WordGroup::Kind kind, std::vector<Widened>& widened)
      : synonyms_(synonyms), kind_(kind), widened_(widened) {}

  [[nodiscard]] QueryNode expanded(QueryNode node) {
    // A minus takes away what was typed and no more.
    if (node.kind == QueryNode::Kind::none_of) return node;
    if (node.kind != QueryNode::Kind::phrase) {
      for (QueryNode& child : node.children) child = expanded(std::move(child));
      return node;
    }
    if (node.quoted || node.prefix || node.added || !is_text(node.field)) return node;
    const std::vector<Synonyms::Place> places = synonyms_.places(node.text, kind_);
    QueryNode either;
    either.kind = QueryNode::Kind::any_of;
    either.children.push_back(node);
    for (std::string& variant : variants(node.text, places)) {
      if (added_ == kMostAdded) break;
      ++added_;
      QueryNode other = node;
      other.text = std::move(variant);
      other.added = true;
      either.children.push_back(std::move(other));
    }
    if (either.children.size() == 1) return node;
    for (const Synonyms::Place& place : places) tell(node.text, place);
    return either;
  }

 private:
  void tell(std::string_view text, const Synonyms::Place& place) {
    Widened one{std::string(text.substr(place.begin, place.end - place.begin)), place.others};
    if (one.also.size() > kMostVariants) one.also.resize(kMostVariants);
    if (std::find(widened_.begin(), widened_.end(), one) == widened_.end()) {
      widened_.push_back(std::move(one));
    }
  }

  const Synonyms& synonyms_;
  WordGroup::Kind kind_;
  std::vector<Widened>& widened_;
  std::size_t added_ = 0;
};

}  // namespace

Synonyms::Synonyms(const std::vector<WordGroup>& groups) {
  for (const WordGroup& group : groups) {
    const auto add = [&](const std::string& word) {
      const std::vector<Token> tokens = tokens_of(word);
      if (tokens.empty() || tokens.size() > kLongestSynonym) return;
      if (tokens.size() < kShortest && tokens.front().kind == Token::Kind::ideograph) return;
      longest_ = std::max(longest_, tokens.size());
      const std::string key = key_of(tokens);
      Entry& entry = entries_[key];
      auto& others = group.kind == WordGroup::Kind::equal ? entry.equal : entry.near;
      for (const std::string& other : group.words) {
        // What holds the word itself is found by it anyway.
        if (!holds(key_of(tokens_of(other)), key)) add_once(others, other);
      }
    };
    for (const std::string& word : group.words) add(word);
    for (const std::string& word : group.typed) add(word);
  }
  std::erase_if(entries_, [](const auto& entry) {
    return entry.second.equal.empty() && entry.second.near.empty();
  });
}

std::vector<std::string> Synonyms::of(std::string_view word, WordGroup::Kind kind) const {
  const auto found = entries_.find(key_of(tokens_of(word)));
  if (found == entries_.end()) return {};
  return kind == WordGroup::Kind::equal ? found->second.equal : found->second.near;
}

std::vector<Synonyms::Place> Synonyms::places(std::string_view text, WordGroup::Kind kind) const {
  std::vector<Place> found;
  const std::vector<Token> tokens = tokens_of(text);
  Edges edges(text, tokens);
  for (std::size_t first = 0; first < tokens.size();) {
    std::string key;
    std::size_t taken = 0;
    const std::vector<std::string>* others = nullptr;
    for (std::size_t count = 1; count <= longest_ && first + count <= tokens.size(); ++count) {
      const Token& last = tokens[first + count - 1];
      if (count > 1 && !last.joined) break;
      key.append(last.text) += kBetween;
      const auto entry = entries_.find(key);
      if (entry == entries_.end() || !edges.stands_apart(first, count)) continue;
      taken = count;
      others = kind == WordGroup::Kind::equal ? &entry->second.equal : &entry->second.near;
    }
    if (taken == 0) {
      ++first;
      continue;
    }
    if (!others->empty()) {
      found.push_back({tokens[first].range.begin, tokens[first + taken - 1].range.end, *others});
    }
    first += taken;
  }
  return found;
}

QueryNode expand(QueryNode root, const Synonyms& synonyms, WordGroup::Kind kind,
                 std::vector<Widened>& widened) {
  if (synonyms.empty()) return root;
  return Expander(synonyms, kind, widened).expanded(std::move(root));
}

}  // namespace guidang::index
