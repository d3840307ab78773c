// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "index/phrase.h"
#include "index/query.h"
#include "index/texts.h"

namespace guidang::index {

/// The texts of each database, by the database's own id.
using TextsById = std::map<std::string, std::shared_ptr<const TextFiles>>;

/// What a query is planned for.
struct PlanContext {
  Xapian::Database database{};  ///< all that is searched: `word*` is looked up in its terms
  std::shared_ptr<const TextsById> texts = std::make_shared<const TextsById>();
};

/// The query as Xapian runs it: terms find candidates, and where terms do not prove that a row of
/// characters stands together, the stored text is looked at. Of the terms that begin as `word*`
/// says the 1,000 most frequent are taken.
[[nodiscard]] Xapian::Query plan(const QueryNode& node, const PlanContext& context);

/// As `plan`, but of all the words beside each other a record needs only some: its score says how
/// many and how rare. Quoted words, fields of whole values, years and what is under a minus stay as
/// strict as they are. Nothing when the
/// query has fewer than four such pieces: then a part says nothing of the whole.
[[nodiscard]] std::optional<Xapian::Query> plan_bag(const QueryNode& node,
                                                    const PlanContext& context,
                                                    const BagWeights& weights);

/// The pieces of all words that are looked for anywhere, as they stand in titles.
[[nodiscard]] Xapian::Query plan_title(const QueryNode& node, double weight);

}  // namespace guidang::index
