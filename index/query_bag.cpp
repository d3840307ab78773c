// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_bag.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "index/query_plan.h"
#include "index/schema.h"

namespace guidang::index {
namespace {

constexpr double kAddedShare = 0.5;

bool is_loose_phrase(const QueryNode& node) {
  return node.kind == QueryNode::Kind::phrase && !node.quoted && !node.prefix &&
         (node.field == Field::any || node.field == Field::title || node.field == Field::body);
}

std::size_t pieces_of(const QueryNode& phrase) {
  std::size_t count = 0;
  TermMaker maker;
  for (const Token& token : tokens_of(phrase.text)) {
    const bool pair = !maker.pair_with(token).empty();
    if (pair || token.kind != Token::Kind::ideograph) ++count;
  }
  return count;
}

Xapian::Query bag_of_phrase(const QueryNode& node, const BagWeights& weights) {
  const std::string prefix(node.field == Field::title ? prefix::kTitle : prefix::kText);
  std::vector<Xapian::Query> bag;
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
  return {Xapian::Query::OP_OR, bag.begin(), bag.end()};
}

Xapian::Query scaled(Xapian::Query query, double share) {
  if (share == 1.0) return query;
  return {Xapian::Query::OP_SCALE_WEIGHT, query, share};
}

Xapian::Query bag_of_node(const QueryNode& node, const BagWeights& weights) {
  if (node.kind == QueryNode::Kind::phrase) return bag_of_phrase(node, weights);
  std::vector<Xapian::Query> bags;
  for (const QueryNode& child : node.children) {
    bags.push_back(scaled(bag_of_node(child, weights), share_of(child, node.children)));
  }
  return {Xapian::Query::OP_MAX, bags.begin(), bags.end()};
}

void collect_titles(const QueryNode& node, double weight, std::vector<Xapian::Query>& bags) {
  if (node.kind == QueryNode::Kind::none_of) return;
  if (node.kind == QueryNode::Kind::phrase && node.field == Field::any && !node.prefix) {
    QueryNode titled = node;
    titled.field = Field::title;
    bags.push_back(bag_of_phrase(titled, {.pair = weight, .character = 0}));
  }
  for (const QueryNode& child : node.children) {
    collect_titles(child, weight * share_of(child, node.children), bags);
  }
}

}  // namespace

bool is_loose(const QueryNode& node) {
  if (node.kind != QueryNode::Kind::any_of) return is_loose_phrase(node);
  return std::all_of(node.children.begin(), node.children.end(), is_loose);
}

std::size_t loose_pieces(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::none_of) return 0;
  if (node.kind == QueryNode::Kind::phrase) return is_loose_phrase(node) ? pieces_of(node) : 0;
  std::size_t sum = 0;
  std::size_t most = 0;
  for (const QueryNode& child : node.children) {
    const std::size_t count = loose_pieces(child);
    sum += count;
    most = std::max(most, count);
  }
  return node.kind == QueryNode::Kind::any_of ? most : sum;
}

Xapian::Query bag_of(const std::vector<const QueryNode*>& loose, const BagWeights& weights) {
  std::vector<Xapian::Query> bags;
  for (const QueryNode* node : loose) bags.push_back(bag_of_node(*node, weights));
  return {Xapian::Query::OP_OR, bags.begin(), bags.end()};
}

Xapian::Query plan_title(const QueryNode& node, double weight) {
  std::vector<Xapian::Query> bags;
  collect_titles(node, weight, bags);
  return {Xapian::Query::OP_OR, bags.begin(), bags.end()};
}

double share_of(const QueryNode& node, const std::vector<QueryNode>& siblings) {
  if (!node.added) return 1.0;
  const auto pieces = [](const QueryNode& each) {
    return static_cast<double>(
        std::max<std::size_t>(Phrase(tokens_of(each.text)).terms().size(), 1));
  };
  return kAddedShare * std::min(1.0, pieces(siblings.front()) / pieces(node));
}

std::vector<Phrase> loose_phrases(const QueryNode& phrase) {
  std::vector<Phrase> phrases;
  if (!is_loose_phrase(phrase)) {
    phrases.emplace_back(tokens_of(phrase.text), phrase.prefix);
    return phrases;
  }
  TermMaker maker;
  std::optional<Token> before;
  for (Token& token : tokens_of(phrase.text)) {
    if (!maker.pair_with(token).empty()) {
      phrases.emplace_back(std::vector<Token>{*before, token});
    } else if (token.kind != Token::Kind::ideograph) {
      phrases.emplace_back(std::vector<Token>{token});
    }
    before = std::move(token);
  }
  return phrases;
}

}  // namespace guidang::index
