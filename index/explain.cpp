// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/explain.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "index/asked_query.h"
#include "index/document.h"
#include "index/gather.h"
#include "index/schema.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

struct PrefixField {
  std::string_view prefix{};
  Field field = Field::any;
};

/// Longer prefixes first; a term without any begins with no capital.
constexpr std::array kPrefixFields{PrefixField{prefix::kNumber, Field::number},
                                   PrefixField{prefix::kCode, Field::code},
                                   PrefixField{prefix::kCreator, Field::creator},
                                   PrefixField{prefix::kDoctype, Field::doctype},
                                   PrefixField{prefix::kRetention, Field::retention},
                                   PrefixField{prefix::kFonds, Field::fonds},
                                   PrefixField{prefix::kRecipients, Field::recipients},
                                   PrefixField{prefix::kCc, Field::cc},
                                   PrefixField{prefix::kSigner, Field::signer},
                                   PrefixField{prefix::kAttachments, Field::attachments},
                                   PrefixField{prefix::kSecrecy, Field::secrecy},
                                   PrefixField{prefix::kDirection, Field::direction},
                                   PrefixField{prefix::kVolume, Field::volume},
                                   PrefixField{prefix::kInitials, Field::initials},
                                   PrefixField{prefix::kTitle, Field::title}};

std::pair<Field, std::string> read_term(const std::string& term) {
  for (const auto& [prefix, field] : kPrefixFields) {
    if (term.starts_with(prefix)) return {field, term.substr(prefix.size())};
  }
  return {Field::any, term};
}

class Explanation {
 public:
  Explanation(const Joined& joined, const Place& place, std::string_view record)
      : joined_(joined), place_(place), record_(record_term(record)) {}

  /// Adds what each term below `query` gives, times `share`.
  void add(const Xapian::Query& query, double share) {
    using Q = Xapian::Query;
    const auto type = query.get_type();
    if (type == Q::LEAF_TERM) {
      terms_[*query.get_terms_begin()] += score(query) * share;
      return;
    }
    if (query.get_num_subqueries() == 0) return;
    if (type == Q::OP_SCALE_WEIGHT) {
      const Q inner = query.get_subquery(0);
      const double without = score(inner);
      // The factor itself cannot be asked for.
      if (without > 0) add(inner, share * score(query) / without);
      return;
    }
    const bool first_only = type == Q::OP_FILTER || type == Q::OP_AND_NOT;
    const std::size_t count = first_only ? 1 : query.get_num_subqueries();
    for (std::size_t i = 0; i < count; ++i) {
      const Q part = query.get_subquery(i);
      if (score(part) > 0) add(part, share);
    }
  }

  [[nodiscard]] std::vector<Contribution> result() const {
    std::vector<Contribution> result;
    for (const auto& [term, score] : terms_) {
      auto [field, piece] = read_term(term);
      if (score > 0) result.push_back({field, std::move(piece), score});
    }
    std::stable_sort(
        result.begin(), result.end(),
        [](const Contribution& a, const Contribution& b) { return a.score > b.score; });
    return result;
  }

 private:
  /// What a query alone gives this record.
  [[nodiscard]] double score(const Xapian::Query& query) const {
    if (query.empty()) return 0;
    for (const Match& match :
         gather(joined_, Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(record_)))) {
      if (match.place == place_) return match.weight;
    }
    return 0;
  }

  const Joined& joined_;
  Place place_;
  std::string record_;
  std::map<std::string, double> terms_{};
};

}  // namespace

std::vector<Contribution> explain_score(std::span<const Reader* const> readers, const Query& query,
                                        const SearchOptions& options, const Hit& hit) {
  return at_the_edge("search", [&]() -> std::vector<Contribution> {
    const Joined joined = join(readers);
    const std::optional<Place> place = find_place(joined, hit.home, hit.record);
    const std::optional<Xapian::Query> asked = asked_query(joined, query, options, hit.loose);
    if (!place || !asked) return {};
    Explanation explanation(joined, *place, hit.record);
    explanation.add(*asked, 1);
    return explanation.result();
  });
}

}  // namespace guidang::index
