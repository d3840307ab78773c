// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_plan.h"

#include <algorithm>
#include <utility>

#include "index/analyser.h"
#include "index/document.h"
#include "index/query_bag.h"
#include "index/query_fields.h"
#include "index/query_numbers.h"
#include "index/query_prefix.h"
#include "index/schema.h"
#include "index/verify_source.h"

namespace guidang::index {
namespace {

using Parts = std::bitset<kParts>;
using Op = Xapian::Query::op;

/// Where the words and numbers of a field are indexed, and where they are proved.
struct Place {
  std::string_view prefix{};
  Parts parts{};
};

Parts part(Part one) { return Parts().set(static_cast<std::size_t>(one)); }

Place place_of(Field field) {
  switch (field) {
    case Field::title:
      return {prefix::kTitle, part(Part::title)};
    case Field::body:
      return {prefix::kText, part(Part::body)};
    case Field::number:
      return {prefix::kNumber, part(Part::number)};
    case Field::code:
      return {prefix::kCode, part(Part::code)};
    case Field::volume:
      return {prefix::kVolume, part(Part::volume)};
    case Field::creator:
      return {prefix::kCreator, part(Part::creator)};
    case Field::recipients:
      return {prefix::kRecipients, part(Part::recipients)};
    case Field::cc:
      return {prefix::kCc, part(Part::cc)};
    case Field::signer:
      return {prefix::kSigner, part(Part::signers)};
    case Field::attachments:
      return {prefix::kAttachments, part(Part::attachments)};
    default:
      return {prefix::kText, ~part(Part::volume)};
  }
}

/// The term of a field that is looked for as a whole.
std::string whole_term(Field field, std::string_view text) {
  switch (field) {
    case Field::doctype:
      return exact_term(prefix::kDoctype, text);
    case Field::retention:
      return exact_term(prefix::kRetention, retention_key(text));
    case Field::secrecy:
      return exact_term(prefix::kSecrecy, text);
    case Field::direction:
      return exact_term(prefix::kDirection, direction_value(text));
    default:
      return exact_term(prefix::kFonds, text);
  }
}

Xapian::Query any_of(const std::vector<Xapian::Query>& branches) {
  return {Op::OP_OR, branches.begin(), branches.end()};
}

class Planner {
 public:
  explicit Planner(const PlanContext& context, const BagWeights* bag = nullptr)
      : context_(context), bag_(bag) {}

  [[nodiscard]] Xapian::Query query(const QueryNode& node) const {
    switch (node.kind) {
      case QueryNode::Kind::phrase:
        return bag_ != nullptr && is_loose(node) ? bag_of({&node}, *bag_) : field(node);
      case QueryNode::Kind::years:
        // Records without a year or date have an empty value, which comes before any.
        return {Op::OP_VALUE_RANGE, slot::kYear, year_value(std::max(node.from, 1)),
                year_value(node.to)};
      case QueryNode::Kind::dates:
        return {Op::OP_VALUE_RANGE, slot::kDate, node.first_day.empty() ? "0" : node.first_day,
                node.last_day.empty() ? "9999-12-31" : node.last_day};
      case QueryNode::Kind::none_of:
        return {Op::OP_AND_NOT, Xapian::Query::MatchAll, query(node.children.front())};
      case QueryNode::Kind::any_of:
        return any(node);
      case QueryNode::Kind::all_of:
        break;
    }
    return all(node.children);
  }

 private:
  [[nodiscard]] Xapian::Query any(const QueryNode& node) const {
    if (bag_ != nullptr && is_loose(node)) return bag_of({&node}, *bag_);
    std::vector<Xapian::Query> branches;
    for (const QueryNode& child : node.children) {
      const double share = share_of(child, node.children);
      branches.push_back(share == 1.0 ? query(child)
                                      : Xapian::Query(Op::OP_SCALE_WEIGHT, query(child), share));
    }
    return any_of(branches);
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
    if (!loose.empty()) wanted.push_back(bag_of(loose, *bag_));
    const Xapian::Query found = wanted.empty()
                                    ? Xapian::Query::MatchAll
                                    : Xapian::Query(Op::OP_AND, wanted.begin(), wanted.end());
    if (unwanted.empty()) return found;
    return {Op::OP_AND_NOT, found, any_of(unwanted)};
  }

  [[nodiscard]] Xapian::Query field(const QueryNode& node) const {
    if (node.field == Field::initials) return initials(node.text);
    const Place place = place_of(node.field);
    if (node.field == Field::any) {
      const Xapian::Query found = row(place, tokens_of(node.text), node.prefix, false);
      if (!may_be_number(node.text)) return found;
      return any_of({found, number(place_of(Field::number), node)});
    }
    switch (info_of(node.field).value) {
      case FieldValue::number:
        return number(place, node);
      case FieldValue::whole:
      case FieldValue::direction:
        return whole(whole_term(node.field, node.text), node.prefix);
      default:
        return row(place, tokens_of(node.text), node.prefix, false);
    }
  }

  [[nodiscard]] Xapian::Query whole(const std::string& term, bool prefix) const {
    return prefix ? beginning(terms_beginning(context_.database, term)) : Xapian::Query(term);
  }

  /// Weighs as the best of the terms.
  [[nodiscard]] static Xapian::Query beginning(const Beginning& found) {
    return {Op::OP_MAX, found.terms.begin(), found.terms.end()};
  }

  [[nodiscard]] Xapian::Query number(const Place& place, const QueryNode& node) const {
    std::vector<Xapian::Query> readings;
    for (std::vector<Token>& tokens : number_readings(node.text)) {
      readings.push_back(row(place, std::move(tokens), node.prefix, true));
    }
    return any_of(readings);
  }

  /// Tokens side by side: their terms, and a look into the text when those do not prove it.
  [[nodiscard]] Xapian::Query row(const Place& place, std::vector<Token> tokens, bool prefix,
                                  bool as_number) const {
    if (tokens.empty()) return Xapian::Query::MatchNothing;
    const std::string last = tokens.back().text;
    const bool single = tokens.size() == 1;
    Phrase phrase(std::move(tokens), prefix);
    std::vector<Xapian::Query> wanted;
    for (const std::string& term : phrase.terms()) {
      wanted.emplace_back(std::string(place.prefix) + term);
    }
    if (prefix) {
      const Beginning found = terms_beginning(context_.database, std::string(place.prefix) + last);
      // Too many to be listed, they are still proved by the text when other terms are there.
      if (found.complete || single) wanted.push_back(beginning(found));
    }
    Xapian::Query candidates(Op::OP_AND, wanted.begin(), wanted.end());
    const bool in_body_only = place.parts == part(Part::body);
    if (!in_body_only && (phrase.proved_by_terms() || (prefix && single))) return candidates;
    return proved(candidates, {std::move(phrase), place.parts, as_number, {}});
  }

  [[nodiscard]] Xapian::Query initials(const std::string& letters) const {
    auto wanted = std::make_shared<const Initials>(letters);
    std::vector<Xapian::Query> ways;
    for (const std::vector<std::string>& terms : wanted->candidates()) {
      std::vector<Xapian::Query> all;
      for (std::string_view term : terms) {
        const bool begun = term.ends_with('*');
        if (begun) term.remove_suffix(1);
        all.push_back(whole(std::string(prefix::kInitials).append(term), begun));
      }
      ways.emplace_back(Op::OP_AND, all.begin(), all.end());
    }
    if (ways.empty()) return Xapian::Query::MatchNothing;
    if (wanted->proved_by_terms()) return any_of(ways);
    return proved(any_of(ways),
                  {Phrase({}), part(Part::title) | part(Part::creator), false, std::move(wanted)});
  }

  /// The candidates whose text shows that they are what is looked for.
  [[nodiscard]] Xapian::Query proved(const Xapian::Query& candidates, Verification wanted) const {
    auto* source =
        new VerifySource(std::make_shared<const Verification>(std::move(wanted)), context_.texts);
    return {Op::OP_FILTER, candidates, Xapian::Query(source->release())};
  }

  const PlanContext& context_;
  const BagWeights* bag_;  ///< null: every word is wanted as it stands
};

/// With fewer pieces, a part of them says nothing of what was asked.
constexpr std::size_t kFewestPieces = 4;

}  // namespace

Xapian::Query plan(const QueryNode& node, const PlanContext& context) {
  return Planner(context).query(node);
}

std::optional<Xapian::Query> plan_bag(const QueryNode& node, const PlanContext& context,
                                      const BagWeights& weights) {
  if (loose_pieces(node) < kFewestPieces) return std::nullopt;
  return Planner(context, &weights).query(node);
}

}  // namespace guidang::index
