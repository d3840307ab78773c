// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/word_search.h"

#include "index/query_plan.h"

namespace guidang::index {

std::size_t WordSearch::records_with(const std::string& term) const {
  return joined_.database.get_termfreq(term);
}

std::size_t WordSearch::count(const QueryNode& root) const { return matches(root, true); }

bool WordSearch::any(const QueryNode& root) const { return matches(root, false) > 0; }

std::size_t WordSearch::matches(const QueryNode& root, bool all) const {
  if (joined_.shards.empty()) return 0;
  Xapian::Enquire enquire(joined_.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(plan(root, {joined_.database, joined_.texts}));
  if (!all) return enquire.get_mset(0, 1).size();
  return enquire.get_mset(0, 0, joined_.database.get_doccount()).get_matches_estimated();
}

void WordSearch::for_each_term(const std::string& beginning,
                               const std::function<bool(std::string_view term)>& visit) const {
  const auto end = joined_.database.allterms_end(beginning);
  for (auto term = joined_.database.allterms_begin(beginning); term != end; ++term) {
    if (!visit(*term)) return;
  }
}

}  // namespace guidang::index
