// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/advice.h"

#include <algorithm>
#include <array>
#include <utility>

#include "index/analyser.h"
#include "index/query_fields.h"
#include "index/query_lexer.h"
#include "index/search.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

using Kind = Advice::Kind;

QueryNode all_of(std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = QueryNode::Kind::all_of;
  node.children = std::move(children);
  return node;
}

bool is_minus(const QueryNode& node) { return node.kind == QueryNode::Kind::none_of; }

/// The words that are wanted, in their order.
void collect_words(QueryNode& node, std::vector<QueryNode*>& words) {
  if (node.kind == QueryNode::Kind::none_of) return;
  if (node.kind == QueryNode::Kind::phrase) words.push_back(&node);
  for (QueryNode& child : node.children) collect_words(child, words);
}

std::vector<QueryNode*> words_of(QueryNode& root) {
  std::vector<QueryNode*> words;
  collect_words(root, words);
  return words;
}

/// Fields whose values stand nowhere in the text of a record.
constexpr std::array kOwnFields{Field::doctype, Field::retention, Field::fonds, Field::volume,
                                Field::secrecy};

std::vector<std::string> split_at_blanks(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    if (text::is_blank(text::next(text, pos))) {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += text.substr(begin, pos - begin);
    }
  }
  std::erase_if(words, [](const std::string& word) { return tokens_of(word).empty(); });
  return words;
}

class Adviser {
 public:
  Adviser(std::span<const Reader* const> readers, const Query& typed, const AdviceOptions& options)
      : readers_(readers), root_(typed.root), options_(options), looks_(options.most_looks) {
    parts_ = root_.kind == QueryNode::Kind::all_of ? root_.children : std::vector{root_};
  }

  std::vector<Advice> advise() {
    take_as_field();
    if (take_as_operators()) return std::move(advice_);
    name_absent();
    for (std::size_t i = 0; i < word_count(); ++i) change_word(i);
    unchoose();
    drop_parts();
    take_either();
    absent_parts_.insert(absent_parts_.end(), std::make_move_iterator(advice_.begin()),
                         std::make_move_iterator(advice_.end()));
    return std::move(absent_parts_);
  }

 private:
  [[nodiscard]] std::size_t word_count() {
    QueryNode root = root_;
    return words_of(root).size();
  }

  std::size_t count(const QueryNode& root, const std::vector<Choice>& choices) {
    if (looks_ == 0 || advice_.size() >= options_.most) return 0;
    --looks_;
    const Query query{options_.widen ? options_.widen(root) : root};
    return search(readers_, query, {.limit = 0, .choices = choices, .loosen = false}).total;
  }

  std::size_t count(const QueryNode& root) { return count(root, options_.choices); }

  /// Advises it if it finds something and can be typed.
  bool offer(Kind kind, std::string part, const QueryNode& root) {
    std::string text = to_query_text(root);
    const auto read = parse_query(text);
    if (!std::holds_alternative<Query>(read)) return false;
    const auto is_same = [&](const Advice& advice) { return advice.query == text; };
    if (std::any_of(advice_.begin(), advice_.end(), is_same)) return false;
    const std::size_t found = count(root);
    if (found > 0) advice_.push_back({kind, std::move(part), std::move(text), found, {}});
    return found > 0;
  }

  /// The query with its `i`-th word as `change` makes it.
  template <typename Change>
  [[nodiscard]] QueryNode with_word(std::size_t i, const Change& change) const {
    QueryNode root = root_;
    change(*words_of(root)[i]);
    return root;
  }

  [[nodiscard]] QueryNode word(std::size_t i) {
    QueryNode root = root_;
    return *words_of(root)[i];
  }

  void take_as_field() {
    for (std::size_t i = 0; i < word_count(); ++i) {
      const QueryNode typed = word(i);
      const std::size_t colon = std::min(typed.text.find(':'), typed.text.find("："));
      if (typed.field != Field::any || typed.quoted || colon >= typed.text.size()) continue;
      const std::string_view nearest = nearest_field(std::string_view(typed.text).substr(0, colon));
      const std::size_t sign = typed.text[colon] == ':' ? 1 : 3;
      if (nearest.empty()) continue;
      const auto read = parse_query(std::string(nearest) + ":" + typed.text.substr(colon + sign));
      const auto* query = std::get_if<Query>(&read);
      if (query == nullptr) continue;
      offer(Kind::field_name, typed.text.substr(0, colon + sign),
            with_word(i, [&](QueryNode& node) { node = query->root; }));
    }
  }

  bool take_as_operators() {
    std::string text;
    bool changed = false;
    for (const QueryNode& part : parts_) {
      const std::string typed = to_query_text(part);
      const bool is_operator = typed == "or" || typed == "and" || typed == "not";
      changed = changed || is_operator;
      text += text.empty() ? "" : " ";
      text += !is_operator ? typed : typed == "or" ? "OR" : typed == "and" ? "AND" : "NOT";
    }
    if (!changed) return false;
    const auto read = parse_query(text);
    const auto* query = std::get_if<Query>(&read);
    return query != nullptr && offer(Kind::capitals, text, query->root);
  }

  /// Which parts find nothing by themselves; of a single one that is known already.
  void name_absent() {
    absent_.assign(parts_.size(), false);
    if (parts_.size() < 2) return;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (is_minus(parts_[i]) || looks_ == 0) continue;
      absent_[i] = count(parts_[i], {}) == 0;
      if (absent_[i]) absent_parts_.push_back({Kind::absent, to_query_text(parts_[i]), {}, 0, {}});
    }
  }

  void change_word(std::size_t i) {
    const QueryNode typed = word(i);
    const std::string part = to_query_text(typed);
    if (typed.field != Field::any) {
      offer(Kind::anywhere, part, with_word(i, [](QueryNode& node) { node.field = Field::any; }));
      return;
    }
    if (typed.quoted) {
      std::vector<QueryNode> words;
      for (std::string& each : split_at_blanks(typed.text)) {
        words.emplace_back().text = std::move(each);
      }
      if (words.size() < 2) return;
      offer(Kind::apart, part,
            with_word(i, [&](QueryNode& node) { node = all_of(std::move(words)); }));
      return;
    }
    for (const Field field : kOwnFields) {
      const auto into_field = [&](QueryNode& node) { node.field = field; };
      if (offer(Kind::in_field, part, with_word(i, into_field))) return;
    }
  }

  void unchoose() {
    const auto without = [&](std::optional<Facet> facet) {
      std::vector<Choice> others = options_.choices;
      std::erase_if(others, [&](const Choice& each) { return !facet || each.facet == *facet; });
      const std::size_t found = count(root_, others);
      if (found > 0) advice_.push_back({Kind::unchoose, {}, to_query_text(root_), found, facet});
      return found > 0;
    };
    bool helped = false;
    for (const Choice& chosen : options_.choices) helped = without(chosen.facet) || helped;
    if (!helped && options_.choices.size() > 1) without(std::nullopt);
  }

  /// Without one part, and without all that find nothing by themselves.
  void drop_parts() {
    if (parts_.size() < 2) return;
    bool helped = false;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      std::vector<QueryNode> others = parts_;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      // What is left of a query with a minus would be nearly everything.
      if (std::all_of(others.begin(), others.end(), is_minus)) continue;
      const bool minus = is_minus(parts_[i]);
      const std::string part = to_query_text(parts_[i]);
      helped = offer(minus ? Kind::included : Kind::without, part, all_of(others)) || helped;
    }
    const auto absent = std::count(absent_.begin(), absent_.end(), true);
    if (helped || absent < 2 || absent == static_cast<std::ptrdiff_t>(parts_.size())) return;
    std::vector<QueryNode> dropped;
    std::vector<QueryNode> others;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      (absent_[i] ? dropped : others).push_back(parts_[i]);
    }
    offer(Kind::without, to_query_text(all_of(dropped)), all_of(others));
  }

  void take_either() {
    if (parts_.size() < 2) return;
    QueryNode either;
    either.kind = QueryNode::Kind::any_of;
    std::vector<QueryNode> kept;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const QueryNode& part = parts_[i];
      const bool word = part.kind == QueryNode::Kind::phrase && part.field == Field::any;
      if (!absent_.at(i)) (word ? either.children : kept).push_back(part);
    }
    if (either.children.size() < 2) return;
    kept.insert(kept.begin(), either);
    offer(Kind::either, to_query_text(either), all_of(kept));
  }

  std::span<const Reader* const> readers_;
  const QueryNode& root_;
  const AdviceOptions& options_;
  std::size_t looks_;
  std::vector<QueryNode> parts_{};  ///< what is wanted together
  std::vector<bool> absent_{};
  std::vector<Advice> absent_parts_{};
  std::vector<Advice> advice_{};
};

}  // namespace

std::string_view to_text(Advice::Kind kind) {
  constexpr std::array<std::string_view, 10> kNames{
      "absent", "field-name", "capitals", "in-field", "anywhere",
      "apart",  "unchoose",   "without",  "included", "either"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Advice> advise(std::span<const Reader* const> readers, const Query& typed,
                           const AdviceOptions& options) {
  return Adviser(readers, typed, options).advise();
}

}  // namespace guidang::index
