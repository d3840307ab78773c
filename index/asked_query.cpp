// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/asked_query.h"

#include "index/query_plan.h"

namespace guidang::index {

std::optional<Xapian::Query> asked_query(const Joined& joined, const Query& query,
                                         const SearchOptions& options, bool loose) {
  const PlanContext context{joined.database, joined.texts};
  const std::optional<Xapian::Query> asked =
      loose ? plan_bag(query.root, context, options.bag) : plan(query.root, context);
  if (!asked || options.title_share <= 0) return asked;
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, *asked,
                       plan_title(query.root, options.title_share));
}

}  // namespace guidang::index
