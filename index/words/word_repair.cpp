// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/word_repair.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "index/analyser.h"
#include "index/schema.h"
#include "index/words/letter_repair.h"
#include "index/words/likeness.h"
#include "pipeline/text/pinyin.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

/// Bounds on the work for one word.
constexpr std::size_t kLongest = 40;        ///< tokens
constexpr std::size_t kMostPlaces = 6;      ///< that may be wrong, when no pair tells which
constexpr std::size_t kMostWalkedFrom = 2;  ///< places whose neighbours' terms are walked through
constexpr std::size_t kMostWalked = 4'000;  ///< terms that begin with one character
constexpr std::size_t kMostTried = 10;      ///< proposals of one kind that are looked up whole
constexpr std::size_t kMostHeld = 3;        ///< of these, whose records are counted
/// Records whose texts disprove proposals, those of the last one aside.
constexpr std::size_t kMostLookedInto = 2'000;

/// A change says more the longer what stays is.
constexpr std::size_t kShortestToFill = 3;
constexpr std::size_t kShortestToCut = 4;
constexpr std::size_t kShortestForAny = 4;

/// The kinds of repair, the likeliest first; those of a likeness before these, in its order.
enum class Way { swapped = static_cast<int>(Likeness::none), filled, cut, any };

struct Proposal {
  int way = 0;
  std::size_t weakest = 0;  ///< records with the rarest new pair
  std::string text{};
};

std::string_view prefix_of(Field field) {
  switch (field) {
    case Field::title:
      return prefix::kTitle;
    case Field::creator:
      return prefix::kCreator;
    case Field::recipients:
      return prefix::kRecipients;
    case Field::cc:
      return prefix::kCc;
    default:
      return prefix::kText;
  }
}

char32_t character_of(const Token& token) {
  std::size_t pos = 0;
  return text::next(token.text, pos);
}

bool is_ideograph(const Token& token) { return token.kind == Token::Kind::ideograph; }

class HanRepair {
 public:
  HanRepair(const WordSearch& records, const QueryNode& word, std::vector<Token> tokens)
      : records_(records),
        word_(word),
        tokens_(std::move(tokens)),
        prefix_(prefix_of(word.field)) {}

  [[nodiscard]] std::optional<Repair> find() {
    find_places();
    for (const std::size_t place : places_) propose_alike(place);
    for (const std::size_t place : places_) propose_swapped(place);
    if (auto found = best()) return found;
    if (places_.size() > kMostWalkedFrom) places_.resize(kMostWalkedFrom);
    for (const std::size_t place : places_) {
      propose_filled(place);
      propose_cut(place);
    }
    if (auto found = best()) return found;
    if (tokens_.size() >= kShortestForAny) {
      for (const std::size_t place : places_) propose_any(place);
    }
    return best();
  }

 private:
  [[nodiscard]] bool is_pair(std::size_t second) const {
    return second > 0 && second < tokens_.size() && tokens_[second].joined &&
           is_ideograph(tokens_[second - 1]) && is_ideograph(tokens_[second]);
  }

  [[nodiscard]] std::size_t records_with(std::string_view first, std::string_view second) const {
    return records_.records_with(std::string(prefix_).append(first).append(second));
  }

  [[nodiscard]] std::size_t weaker(std::size_t records, std::string_view first,
                                   std::string_view second) const {
    return records == 0 ? 0 : std::min(records, records_with(first, second));
  }

  /// Where the mistake may be: the character that all pairs share which no record has; when all
  /// pairs occur, those of the rarest.
  void find_places() {
    struct Pair {
      std::size_t second = 0;
      std::size_t records = 0;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      if (is_pair(i)) pairs.push_back({i, records_with(tokens_[i - 1].text, tokens_[i].text)});
    }
    const auto unknown = [](const Pair& pair) { return pair.records == 0; };
    if (std::any_of(pairs.begin(), pairs.end(), unknown)) {
      std::erase_if(pairs, [&](const Pair& pair) { return !unknown(pair); });
      if (pairs.size() == 1) places_ = {pairs[0].second - 1, pairs[0].second};
      if (pairs.size() == 2 && pairs[1].second == pairs[0].second + 1) {
        places_ = {pairs[0].second};
      }
      return;
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.records < b.records; });
    for (const Pair& pair : pairs) {
      for (const std::size_t place : {pair.second - 1, pair.second}) {
        const bool known = std::find(places_.begin(), places_.end(), place) != places_.end();
        if (!known && places_.size() < kMostPlaces) places_.push_back(place);
      }
    }
  }

  /// The rarest pair that `by` makes with what stands beside tokens `first` to `last` (both
  /// included), which it replaces.
  [[nodiscard]] std::size_t weakest(std::size_t first, std::size_t last,
                                    std::string_view by) const {
    constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    std::size_t fewest = kNone;
    if (is_pair(first)) {
      fewest = records_with(tokens_[first - 1].text, text::prefix(by, 1));
    }
    if (fewest > 0 && is_pair(last + 1)) {
      std::size_t begin = 0;
      for (std::size_t pos = 0; pos < by.size();) {
        begin = pos;
        text::next(by, pos);
      }
      fewest = std::min(fewest, records_with(by.substr(begin), tokens_[last + 1].text));
    }
    return fewest == kNone ? 0 : fewest;
  }

  /// `by` in place of tokens `first` to `last`; they may be none.
  void propose(int way, std::size_t first, std::size_t last, std::string_view by,
               std::size_t records) {
    if (records == 0) return;
    Proposal proposal{way, records, word_.text};
    const std::size_t begin = tokens_[first].range.begin;
    proposal.text.replace(begin, tokens_[last].range.end - begin, by);
    proposals_.push_back(std::move(proposal));
  }

  void propose_alike(std::size_t place) {
    const char32_t wrong = character_of(tokens_[place]);
    for (const char32_t other : alike(wrong)) {
      std::string by;
      text::append(by, other);
      propose(static_cast<int>(likeness(wrong, other)), place, place, by,
              weakest(place, place, by));
    }
  }

  void propose_swapped(std::size_t place) {
    if (!is_pair(place)) return;
    const std::string by = tokens_[place].text + tokens_[place - 1].text;
    const std::size_t inner = records_with(tokens_[place].text, tokens_[place - 1].text);
    const bool alone = !is_pair(place - 1) && !is_pair(place + 1);
    const std::size_t outer = alone ? inner : weakest(place - 1, place, by);
    propose(static_cast<int>(Way::swapped), place - 1, place, by, std::min(inner, outer));
  }

  /// A character that was left out between this one and the one before.
  void propose_filled(std::size_t place) {
    if (tokens_.size() < kShortestToFill || !is_pair(place)) return;
    const std::string& before = tokens_[place - 1].text;
    const std::string& after = tokens_[place].text;
    for_each_follower(before, [&](std::string_view character) {
      propose(static_cast<int>(Way::filled), place - 1, place,
              std::string(before).append(character).append(after),
              weaker(records_with(character, after), before, character));
    });
  }

  void propose_cut(std::size_t place) {
    if (tokens_.size() < kShortestToCut || !is_pair(place) || !is_pair(place + 1)) return;
    propose(static_cast<int>(Way::cut), place, place, "",
            records_with(tokens_[place - 1].text, tokens_[place + 1].text));
  }

  /// Any character that stands between the same neighbours elsewhere.
  void propose_any(std::size_t place) {
    if (!is_pair(place)) return propose_any_first(place);
    const std::string& before = tokens_[place - 1].text;
    for_each_follower(before, [&](std::string_view character) {
      propose(static_cast<int>(Way::any), place, place, character,
              is_pair(place + 1)
                  ? weaker(records_with(character, tokens_[place + 1].text), before, character)
                  : records_with(before, character));
    });
  }

  /// Terms are in the order of their first character: what stands before one must be tried.
  void propose_any_first(std::size_t place) {
    if (!is_pair(place + 1)) return;
    for (const std::string_view syllable : text::all_syllables()) {
      for (const char32_t other : text::characters_of(syllable)) {
        std::string by;
        text::append(by, other);
        propose(static_cast<int>(Way::any), place, place, by,
                records_with(by, tokens_[place + 1].text));
      }
    }
  }

  template <typename Visit>
  void for_each_follower(const std::string& character, Visit&& visit) const {
    const std::string beginning = std::string(prefix_) + character;
    std::size_t walked = 0;
    records_.for_each_term(beginning, [&](std::string_view term) {
      const std::string_view follower = term.substr(beginning.size());
      if (!follower.empty()) visit(follower);
      return ++walked < kMostWalked;
    });
  }

  /// The likeliest that some record holds as a whole; of equally likely ones that with the most.
  std::optional<Repair> best() {
    std::vector<Proposal> proposals = std::exchange(proposals_, {});
    std::sort(proposals.begin(), proposals.end(), [](const Proposal& a, const Proposal& b) {
      if (a.way != b.way) return a.way < b.way;
      return a.weakest != b.weakest ? a.weakest > b.weakest : a.text < b.text;
    });
    std::optional<Repair> found;
    int way = -1;
    std::size_t tried = 0;
    std::size_t held = 0;
    for (Proposal& proposal : proposals) {
      if (proposal.way != way) {
        if (found) break;
        way = proposal.way;
        tried = held = 0;
      }
      if (++tried > kMostTried || held == kMostHeld) continue;
      if (found && proposal.weakest <= found->count) continue;
      if (left_ == 0) break;
      QueryNode node = word_;
      node.text = proposal.text;
      if (!records_.any(node)) {
        left_ -= std::min(left_, proposal.weakest);
        continue;
      }
      ++held;
      const std::size_t count = records_.count(node);
      if (count > (found ? found->count : 0)) found = Repair{std::move(proposal.text), count};
    }
    return found;
  }

  const WordSearch& records_;
  const QueryNode& word_;
  std::vector<Token> tokens_;
  std::string_view prefix_;
  std::vector<std::size_t> places_{};
  std::vector<Proposal> proposals_{};
  std::size_t left_ = kMostLookedInto;
};

}  // namespace

std::optional<Repair> repair(const WordSearch& records, const QueryNode& word) {
  std::vector<Token> tokens = tokens_of(word.text);
  if (tokens.size() > kLongest) return std::nullopt;
  if (auto found = repair_letters(records, word, tokens, prefix_of(word.field))) return found;
  return HanRepair(records, word, std::move(tokens)).find();
}

}  // namespace guidang::index
