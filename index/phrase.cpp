// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/phrase.h"

#include <algorithm>
#include <cstring>

#include "index/characters.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

bool is_ideograph(const Token& token) { return token.kind == Token::Kind::ideograph; }

bool makes_pair(const Token& before, const Token& token) {
  return token.joined && is_ideograph(before) && is_ideograph(token);
}

/// Han of the basic block never compose with a mark, and folded ones are their own folded form.
bool is_plain_han(std::string_view character) {
  std::size_t pos = 0;
  const char32_t c = text::next(character, pos);
  return c >= 0x4E00 && c <= 0x9FFF;
}

/// A byte beside a word or number that cannot be part of it whatever stands further away.
bool is_certain_edge(std::string_view text, std::size_t pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  return byte < 0x80 && !is_word_character(byte);
}

/// A Han character begins (or, looked at backwards, ends) at this place.
bool han_before(std::string_view text, std::size_t pos) {
  return pos >= 3 && static_cast<unsigned char>(text[pos - 3]) >= 0xE4 &&
         is_plain_han(text.substr(pos - 3, 3));
}

bool han_at(std::string_view text, std::size_t pos) {
  return pos + 3 <= text.size() && is_plain_han(text.substr(pos, 3));
}

}  // namespace

std::vector<Token> number_tokens(std::string_view text) {
  std::vector<Token> tokens = tokens_of(text);
  std::erase_if(tokens, [](const Token& token) {
    return token.text == "第" || token.text == "字" || token.text == "号";
  });
  for (Token& token : tokens) token.joined = false;
  return tokens;
}

std::string_view TermMaker::pair_with(const Token& token) {
  pair_.clear();
  if (!is_ideograph(token)) {
    before_.clear();
    return {};
  }
  if (token.joined && !before_.empty()) pair_.append(before_).append(token.text);
  before_ = token.text;
  return pair_;
}

Phrase::Phrase(std::vector<Token> tokens, bool open_end)
    : tokens_(std::move(tokens)), open_end_(open_end) {
  bool joined = true;
  bool plain = !tokens_.empty();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const bool pair_before = i > 0 && makes_pair(tokens_[i - 1], tokens_[i]);
    const bool pair_after = i + 1 < tokens_.size() && makes_pair(tokens_[i], tokens_[i + 1]);
    if (pair_before) terms_.push_back(tokens_[i - 1].text + tokens_[i].text);
    const bool begun = open_end_ && i + 1 == tokens_.size();
    if (!pair_before && !pair_after && !begun) terms_.push_back(tokens_[i].text);
    joined = joined && (i == 0 || tokens_[i].joined);
    plain = plain && (is_ideograph(tokens_[i]) ? is_plain_han(tokens_[i].text)
                                               : tokens_[i].kind == Token::Kind::number);
    plain_ += tokens_[i].text;
  }
  proved_ = !open_end_ && (tokens_.size() == 1 || (tokens_.size() == 2 && terms_.size() == 1));
  std::sort(terms_.begin(), terms_.end());
  terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
  // Neighbouring numbers would run together into one.
  for (std::size_t i = 1; i < tokens_.size(); ++i) {
    plain = plain && (is_ideograph(tokens_[i]) || is_ideograph(tokens_[i - 1]));
  }
  if (!plain || !joined) plain_.clear();
}

/// Keeps every place at which the phrase may just be standing.
class Phrase::Follower {
 public:
  Follower(const std::vector<Token>& wanted, bool open_end)
      : wanted_(wanted),
        open_end_(open_end),
        reached_(wanted.size() + 1, false),
        begins_(wanted.size(), 0) {}

  /// True when the phrase ends with this token.
  bool feed(const Token& token) {
    const std::size_t size = wanted_.size();
    begins_[fed_ % size] = token.range.begin;
    ++fed_;
    for (std::size_t i = std::min(deepest_ + 1, size); i > 0; --i) {
      const Token& wanted = wanted_[i - 1];
      reached_[i] = (i == 1 || (reached_[i - 1] && (token.joined || !wanted.joined))) &&
                    token.kind == wanted.kind &&
                    (open_end_ && i == size ? token.text.starts_with(wanted.text)
                                            : token.text == wanted.text);
    }
    deepest_ = std::min(deepest_ + 1, size);
    while (deepest_ > 0 && !reached_[deepest_]) --deepest_;
    return deepest_ == size;
  }

  [[nodiscard]] std::size_t begin() const { return begins_[fed_ % wanted_.size()]; }

  /// Whether the phrase may have begun; if not, only its first token need be fed.
  [[nodiscard]] bool is_under_way() const { return deepest_ > 0; }

 private:
  const std::vector<Token>& wanted_;
  bool open_end_;
  std::vector<bool> reached_;  ///< [i]: the last i tokens fed are the first i wanted
  std::vector<std::size_t> begins_;
  std::size_t deepest_ = 0;
  std::size_t fed_ = 0;
};

bool Phrase::stands_plainly_in(std::string_view text) const {
  if (plain_.empty()) return false;
  const bool edge_before = !is_ideograph(tokens_.front());
  const bool edge_after = !is_ideograph(tokens_.back()) && !open_end_;
  for (std::size_t from = 0; from + plain_.size() <= text.size();) {
    const void* found =
        memmem(text.data() + from, text.size() - from, plain_.data(), plain_.size());
    if (found == nullptr) return false;
    const auto begin = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const std::size_t end = begin + plain_.size();
    const bool clean_before =
        !edge_before || begin == 0 || is_certain_edge(text, begin - 1) || han_before(text, begin);
    const bool clean_after =
        !edge_after || end == text.size() || is_certain_edge(text, end) || han_at(text, end);
    if (clean_before && clean_after) return true;
    from = begin + 1;
  }
  return false;
}

bool Phrase::occurs_in(const std::vector<Token>& tokens) const {
  if (empty()) return false;
  Follower follower(tokens_, open_end_);
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const Token& token) { return follower.feed(token); });
}

std::vector<ByteRange> Phrase::find_all(std::string_view text, std::size_t limit) const {
  std::vector<ByteRange> places;
  if (empty()) return places;
  Follower follower(tokens_, open_end_);
  TokenReader reader(text);
  for (Token token; places.size() < limit && reader.next(token);) {
    if (follower.feed(token)) places.push_back({follower.begin(), token.range.end});
  }
  return places;
}

/// One pass over tokens: a phrase is followed only from its first token on.
class PhraseFinder::Reading {
 public:
  Reading(const PhraseFinder& finder, std::size_t limit)
      : finder_(finder), limit_(limit), unfinished_(finder.size()), counts_(finder.size(), 0) {
    followers_.reserve(finder.size());
    for (const Phrase& phrase : finder.phrases_) {
      followers_.emplace_back(phrase.tokens(), phrase.open_end_);
    }
  }

  /// False when there is nothing more to find.
  bool feed(const Token& token) {
    next_.clear();
    for (const std::size_t i : under_way_) feed(i, token);
    const auto begin = [&](std::size_t i) {
      if (std::find(under_way_.begin(), under_way_.end(), i) == under_way_.end()) feed(i, token);
    };
    const auto first = finder_.by_first_.find(token.text);
    if (first != finder_.by_first_.end()) {
      std::for_each(first->second.begin(), first->second.end(), begin);
    }
    std::for_each(finder_.begun_.begin(), finder_.begun_.end(), begin);
    under_way_.swap(next_);
    return unfinished_ > 0;
  }

  std::vector<Occurrence> found{};

 private:
  void feed(std::size_t i, const Token& token) {
    if (counts_[i] == limit_) return;
    Phrase::Follower& follower = followers_[i];
    if (follower.feed(token)) {
      found.push_back({{follower.begin(), token.range.end}, i});
      if (++counts_[i] == limit_) --unfinished_;
    }
    if (follower.is_under_way()) next_.push_back(i);
  }

  const PhraseFinder& finder_;
  std::size_t limit_;
  std::size_t unfinished_;
  std::vector<std::size_t> counts_;
  std::vector<Phrase::Follower> followers_{};
  std::vector<std::size_t> under_way_{};
  std::vector<std::size_t> next_{};
};

PhraseFinder::PhraseFinder(std::vector<Phrase> phrases) : phrases_(std::move(phrases)) {
  std::erase_if(phrases_, [](const Phrase& phrase) { return phrase.empty(); });
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    const bool begun = phrases_[i].open_end_ && phrases_[i].tokens().size() == 1;
    (begun ? begun_ : by_first_[phrases_[i].tokens().front().text]).push_back(i);
  }
}

std::vector<Occurrence> PhraseFinder::find_all(std::string_view text, std::size_t limit) const {
  Reading reading(*this, limit);
  if (empty()) return {};
  TokenReader reader(text);
  for (Token token; reader.next(token) && reading.feed(token);) {
  }
  return std::move(reading.found);
}

std::vector<Occurrence> PhraseFinder::find_all(const std::vector<Token>& tokens,
                                               std::size_t limit) const {
  Reading reading(*this, limit);
  if (empty()) return {};
  for (const Token& token : tokens) {
    if (!reading.feed(token)) break;
  }
  return std::move(reading.found);
}

}  // namespace guidang::index
