// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.h"

#include <algorithm>
#include <limits>

#include "index/asked_query.h"
#include "index/facet_count.h"
#include "index/hit.h"
#include "index/order.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

/// What was found, before any of it is looked up.
struct Answer {
  std::vector<Match> matches{};
  Marker marker{};
  Results results{};
};

/// The facets of more matches than are counted: of the first ones, so that they do not depend on
/// how the index was built.
std::vector<FacetCounts> count_first(const Joined& joined, const std::vector<Match>& matches,
                                     const SearchOptions& options) {
  std::vector<Match> first = in_order(joined, matches, options.sort, 0, options.exact_up_to);
  sort_by_place(first);
  std::vector<FacetCounts> facets =
      narrow(joined, std::move(first), options.choices, options.facets).facets;
  for (FacetCounts& facet : facets) facet.exact = false;
  return facets;
}

Answer answer(const Joined& joined, const Query& query, const SearchOptions& options) {
  Answer answer;
  if (joined.shards.empty()) return answer;
  std::vector<Match> found = gather(joined, *asked_query(joined, query, options, false));
  bool loose = false;
  if (found.empty() && options.loosen) {
    if (const auto bag = asked_query(joined, query, options, true)) {
      found = gather(joined, *bag, options.least_percent);
      loose = !found.empty();
    }
  }
  const bool countable = found.size() <= options.exact_up_to || options.facets.empty();
  if (!countable) answer.results.facets = count_first(joined, found, options);
  Narrowed narrowed = narrow(joined, std::move(found), options.choices,
                             countable ? options.facets : std::vector<Facet>());
  if (countable) answer.results.facets = std::move(narrowed.facets);
  answer.results.loosened = loose;
  (loose ? answer.results.loose_total : answer.results.total) = narrowed.matches.size();
  answer.matches = std::move(narrowed.matches);
  answer.marker = Marker(query, loose);
  return answer;
}

Hit hit_of(const Joined& joined, const Answer& answer, const Match& match) {
  Hit hit = make_hit(joined, match, answer.marker);
  hit.loose = answer.results.loosened;
  return hit;
}

}  // namespace

Results search(std::span<const Reader* const> readers, const Query& query,
               const SearchOptions& options) {
  return at_the_edge("search", [&] {
    const Joined joined = join(readers);
    Answer found = answer(joined, query, options);
    const std::size_t most = std::numeric_limits<std::size_t>::max() - options.offset;
    const std::size_t end = options.offset + std::min(options.limit, most);
    for (const Match& match :
         in_order(joined, std::move(found.matches), options.sort, options.offset, end)) {
      found.results.hits.push_back(hit_of(joined, found, match));
    }
    return std::move(found.results);
  });
}

Results for_each_hit(std::span<const Reader* const> readers, const Query& query,
                     const SearchOptions& options, const std::function<bool(const Hit&)>& visit,
                     const std::function<void(const Results&)>& begin) {
  return at_the_edge("search", [&] {
    const Joined joined = join(readers);
    Answer found = answer(joined, query, options);
    if (begin) begin(found.results);
    const std::size_t all = found.matches.size();
    for (const Match& match : in_order(joined, std::move(found.matches), options.sort, 0, all)) {
      if (!visit(hit_of(joined, found, match))) break;
    }
    return std::move(found.results);
  });
}

}  // namespace guidang::index
