// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_plan.h"

#include <algorithm>
#include <utility>

#include "index/analyser.h"
#include "index/document.h"
#include "index/schema.h"
#include "index/verify_source.h"

namespace guidang::index {
namespace {

using Parts = std::bitset<kParts>;

Parts part(Part one) { return Parts().set(static_cast<std::size_t>(one)); }

bool is_year(const Token& token) {
  return token.kind == Token::Kind::number && token.text.size() == 4 &&
         (token.text.starts_with("19") || token.text.starts_with("20"));
}

/// A year followed by a number: perhaps a 文号, whose field knows more ways of writing it.
bool may_be_number(const std::vector<Token>& tokens) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (is_year(tokens[i - 1]) && tokens[i].kind == Token::Kind::number) return true;
  }
  return false;
}

/// 20236 for 〔2023〕6: what is left when brackets were lost.
std::vector<Token> split_years(const std::vector<Token>& tokens) {
  std::vector<Token> split;
  for (const Token& token : tokens) {
    Token year = token;
    year.text = token.text.substr(0, 4);
    if (token.text.size() > 4 && token.text.size() < 9 && is_year(year)) {
      Token rest = token;
      rest.text = token.text.substr(4);
      rest.text.erase(0, std::min(rest.text.find_first_not_of('0'), rest.text.size() - 1));
      split.push_back(std::move(year));
      split.push_back(std::move(rest));
    } else {
      split.push_back(token);
    }
  }
  return split;
}

/// A word that a loose query need not find whole.
bool is_loose(const QueryNode& node) {
  return node.kind == QueryNode::Kind::phrase && !node.quoted &&
         (node.field == Field::any || node.field == Field::title || node.field == Field::body);
}

/// With fewer pieces, a part of them says nothing of what was asked.
constexpr std::size_t kFewestPieces = 4;

/// Pairs, words and numbers in the words that may be taken loosely.
std::size_t loose_pieces(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::none_of) return 0;
  std::size_t count = 0;
  if (is_loose(node)) {
    TermMaker maker;
    for (const Token& token : tokens_of(node.text)) {
      const bool pair = !maker.pair_with(token).empty();
      if (pair || token.kind != Token::Kind::ideograph) ++count;
    }
  }
  for (const QueryNode& child : node.children) count += loose_pieces(child);
  return count;
}

/// The terms of a bag of words, each with its weight.
void add_to_bag(const QueryNode& node, const BagWeights& weights, std::vector<Xapian::Query>& bag) {
  const std::string prefix(node.field == Field::title ? prefix::kTitle : prefix::kText);
  const auto add = [&](std::string_view term, double weight) {
    if (term.empty() || weight <= 0) return;
    bag.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(prefix + std::string(term)),
                     weight);
  };
  TermMaker maker;
  for (const Token& token : tokens_of(node.text)) {
    add(maker.pair_with(token), weights.pair);
    const bool character = token.kind == Token::Kind::ideograph;
    add(token.text, character ? weights.character : weights.pair);
  }
}

/// What a synonym weighs: less than the word that was typed however many pieces it has.
constexpr double kAddedShare = 0.5;

double share_of(const QueryNode& node, const std::vector<QueryNode>& siblings) {
  if (!node.added) return 1.0;
  const auto pieces = [](const QueryNode& each) {
    return static_cast<double>(Phrase(tokens_of(each.text)).terms().size());
  };
  return kAddedShare * std::min(1.0, pieces(siblings.front()) / pieces(node));
}

class Planner {
 public:
  explicit Planner(std::shared_ptr<const TextsById> texts, const BagWeights* bag = nullptr)
      : texts_(std::move(texts)), bag_(bag) {}

  [[nodiscard]] Xapian::Query query(const QueryNode& node) const {
    switch (node.kind) {
      case QueryNode::Kind::phrase:
        return bag_ != nullptr && is_loose(node) ? bag_of({&node}) : field(node.field, node.text);
      case QueryNode::Kind::years:
        return {Xapian::Query::OP_VALUE_RANGE, slot::kYear, year_value(std::max(node.from, 1)),
                year_value(node.to)};
      case QueryNode::Kind::dates:
        return dates(node);
      case QueryNode::Kind::none_of:
        return without(Xapian::Query::MatchAll, query(node.children.front()));
      case QueryNode::Kind::any_of:
        return any(node.children);
      case QueryNode::Kind::all_of:
        break;
    }
    return all(node.children);
  }

 private:
  [[nodiscard]] static Xapian::Query without(const Xapian::Query& wanted,
                                             const Xapian::Query& unwanted) {
    return {Xapian::Query::OP_AND_NOT, wanted, unwanted};
  }

  [[nodiscard]] static Xapian::Query dates(const QueryNode& node) {
    // Records without a date have an empty value, which comes before any day.
    return {Xapian::Query::OP_VALUE_RANGE, slot::kDate,
            node.first_day.empty() ? "0" : node.first_day,
            node.last_day.empty() ? "9999-12-31" : node.last_day};
  }

  [[nodiscard]] Xapian::Query any(const std::vector<QueryNode>& children) const {
    std::vector<Xapian::Query> branches;
    for (const QueryNode& child : children) {
      const double share = share_of(child, children);
      branches.push_back(share == 1.0
                             ? query(child)
                             : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query(child), share));
    }
    return {Xapian::Query::OP_OR, branches.begin(), branches.end()};
  }

  [[nodiscard]] Xapian::Query all(const std::vector<QueryNode>& children) const {
    std::vector<Xapian::Query> wanted;
    std::vector<Xapian::Query> unwanted;
    std::vector<const QueryNode*> loose;
    for (const QueryNode& child : children) {
      if (bag_ != nullptr && is_loose(child)) {
        loose.push_back(&child);
      } else if (child.kind == QueryNode::Kind::none_of) {
        unwanted.push_back(query(child.children.front()));
      } else {
        wanted.push_back(query(child));
      }
    }
    if (!loose.empty()) wanted.push_back(bag_of(loose));
    const Xapian::Query found =
        wanted.empty() ? Xapian::Query::MatchAll
                       : Xapian::Query(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
    if (unwanted.empty()) return found;
    return without(found, Xapian::Query(Xapian::Query::OP_OR, unwanted.begin(), unwanted.end()));
  }

  [[nodiscard]] Xapian::Query bag_of(const std::vector<const QueryNode*>& words) const {
    std::vector<Xapian::Query> bag;
    for (const QueryNode* word : words) add_to_bag(*word, *bag_, bag);
    return {Xapian::Query::OP_OR, bag.begin(), bag.end()};
  }

  [[nodiscard]] Xapian::Query field(Field name, const std::string& text) const {
    switch (name) {
      case Field::title:
        return row(prefix::kTitle, Phrase(tokens_of(text)), part(Part::title));
      case Field::creator:
        return row(prefix::kCreator, Phrase(tokens_of(text)), part(Part::creator));
      case Field::body:
        return checked(row(prefix::kText, Phrase(tokens_of(text)), Parts()),
                       Phrase(tokens_of(text)), part(Part::body), false);
      case Field::number:
        return number(prefix::kNumber, text, Part::number);
      case Field::code:
        return number(prefix::kCode, text, Part::code);
      case Field::recipients:
        return row(prefix::kRecipients, Phrase(tokens_of(text)), part(Part::recipients));
      case Field::cc:
        return row(prefix::kCc, Phrase(tokens_of(text)), part(Part::cc));
      case Field::signer:
        return row(prefix::kSigner, Phrase(tokens_of(text)), part(Part::signers));
      case Field::attachments:
        return row(prefix::kAttachments, Phrase(tokens_of(text)), part(Part::attachments));
      case Field::secrecy:
        return Xapian::Query(exact_term(prefix::kSecrecy, text));
      case Field::direction:
        return Xapian::Query(exact_term(prefix::kDirection, text));
      case Field::initials:
        return initials(text);
      case Field::volume:
        return Xapian::Query::MatchNothing;
      case Field::doctype:
        return Xapian::Query(exact_term(prefix::kDoctype, text));
      case Field::retention:
        return Xapian::Query(exact_term(prefix::kRetention, retention_key(text)));
      case Field::fonds:
        return Xapian::Query(exact_term(prefix::kFonds, text));
      case Field::any:
        break;
    }
    Xapian::Query found = row(prefix::kText, Phrase(tokens_of(text)), Parts().set());
    if (!may_be_number(split_years(number_tokens(text)))) return found;
    return {Xapian::Query::OP_OR, found, number(prefix::kNumber, text, Part::number)};
  }

  [[nodiscard]] Xapian::Query initials(const std::string& text) const {
    const auto wanted = std::make_shared<const Initials>(text);
    std::vector<Xapian::Query> ways;
    for (const std::vector<std::string>& terms : wanted->candidates()) {
      std::vector<Xapian::Query> all;
      for (std::string_view term : terms) {
        const bool open = term.ends_with('*');
        if (open) term.remove_suffix(1);
        const std::string whole = std::string(prefix::kInitials).append(term);
        all.push_back(open ? Xapian::Query(Xapian::Query::OP_WILDCARD, whole, 0,
                                           Xapian::Query::WILDCARD_LIMIT_ERROR,
                                           Xapian::Query::OP_SYNONYM)
                           : Xapian::Query(whole));
      }
      ways.emplace_back(Xapian::Query::OP_AND, all.begin(), all.end());
    }
    if (ways.empty()) return Xapian::Query::MatchNothing;
    const auto looked = std::make_shared<const Verification>(
        Verification{Phrase({}), part(Part::title) | part(Part::creator), false, wanted});
    auto* source = new VerifySource(looked, texts_);
    return {Xapian::Query::OP_FILTER, Xapian::Query(Xapian::Query::OP_OR, ways.begin(), ways.end()),
            Xapian::Query(source->release())};
  }

  /// A phrase by its terms, and looked up in `parts` when the terms do not prove it. Without parts
  /// the caller looks it up.
  [[nodiscard]] Xapian::Query row(std::string_view prefix, Phrase phrase, Parts parts) const {
    std::vector<std::string> terms;
    for (const std::string& term : phrase.terms()) terms.push_back(std::string(prefix) + term);
    Xapian::Query found(Xapian::Query::OP_AND, terms.begin(), terms.end());
    if (phrase.proved_by_terms() || parts.none()) return found;
    return checked(found, std::move(phrase), parts, false);
  }

  [[nodiscard]] Xapian::Query checked(const Xapian::Query& found, Phrase phrase, Parts parts,
                                      bool as_number) const {
    const auto wanted =
        std::make_shared<const Verification>(Verification{std::move(phrase), parts, as_number, {}});
    auto* source = new VerifySource(wanted, texts_);
    return {Xapian::Query::OP_FILTER, found, Xapian::Query(source->release())};
  }

  [[nodiscard]] Xapian::Query number(std::string_view prefix, const std::string& text,
                                     Part where) const {
    const std::vector<Token> tokens = number_tokens(text);
    const std::vector<Token> split = split_years(tokens);
    // 号 alone is dropped as a sign, and so finds nothing here.
    if (tokens.empty()) return Xapian::Query::MatchNothing;
    Xapian::Query found = one_number(prefix, tokens, where);
    if (split.size() == tokens.size()) return found;
    return {Xapian::Query::OP_OR, found, one_number(prefix, split, where)};
  }

  [[nodiscard]] Xapian::Query one_number(std::string_view prefix, const std::vector<Token>& tokens,
                                         Part where) const {
    Phrase phrase(tokens);
    Xapian::Query found = row(prefix, phrase, Parts());
    if (phrase.proved_by_terms()) return found;
    return checked(found, std::move(phrase), part(where), true);
  }

  std::shared_ptr<const TextsById> texts_;
  const BagWeights* bag_;  ///< null: every word is wanted as it stands
};

}  // namespace

Xapian::Query plan(const QueryNode& node, std::shared_ptr<const TextsById> texts) {
  return Planner(std::move(texts)).query(node);
}

std::optional<Xapian::Query> plan_bag(const QueryNode& node, std::shared_ptr<const TextsById> texts,
                                      const BagWeights& weights) {
  if (loose_pieces(node) < kFewestPieces) return std::nullopt;
  return Planner(std::move(texts), &weights).query(node);
}

Xapian::Query plan_title(const QueryNode& node, double weight) {
  std::vector<Xapian::Query> bag;
  const auto collect_titles = [&](const auto& self, const QueryNode& each, double share) -> void {
    if (each.kind == QueryNode::Kind::none_of) return;
    if (each.kind == QueryNode::Kind::phrase && each.field == Field::any) {
      QueryNode titled = each;
      titled.field = Field::title;
      add_to_bag(titled, {.pair = weight * share, .character = 0}, bag);
    }
    for (const QueryNode& child : each.children) {
      self(self, child, share_of(child, each.children));
    }
  };
  collect_titles(collect_titles, node, 1.0);
  return {Xapian::Query::OP_OR, bag.begin(), bag.end()};
}

std::vector<std::vector<Token>> number_readings(std::string_view text) {
  std::vector<std::vector<Token>> readings{number_tokens(text)};
  std::vector<Token> split = split_years(readings.front());
  if (split.size() != readings.front().size()) readings.push_back(std::move(split));
  return readings;
}

bool may_be_number(std::string_view text) {
  return may_be_number(split_years(number_tokens(text)));
}

std::vector<Phrase> loose_phrases(const QueryNode& phrase) {
  std::vector<Phrase> phrases;
  if (!is_loose(phrase)) {
    phrases.emplace_back(tokens_of(phrase.text));
    return phrases;
  }
  TermMaker maker;
  std::optional<Token> before;
  for (Token& token : tokens_of(phrase.text)) {
    const bool character = token.kind == Token::Kind::ideograph;
    if (!maker.pair_with(token).empty()) {
      phrases.emplace_back(std::vector<Token>{*before, token});
    } else if (!character) {
      phrases.emplace_back(std::vector<Token>{token});
    }
    before = std::move(token);
  }
  return phrases;
}

}  // namespace guidang::index
