// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/phrase.h"
#include "index/query.h"
#include "index/texts.h"

namespace guidang::index {

/// The texts of each database, by the database's own id.
using TextsById = std::map<std::string, std::shared_ptr<const TextFiles>>;

/// The query as Xapian runs it: terms find candidates, and where terms do not prove that a row of
/// characters stands together, the stored text is looked at.
[[nodiscard]] Xapian::Query plan(const QueryNode& node, std::shared_ptr<const TextsById> texts);

/// As `plan`, but of all the words beside each other a record needs only some: its score says how
/// many and how rare. Quoted words, fields of whole values, years and what is under a minus stay as
/// strict as they are. Nothing when the
/// query has fewer than four such pieces: then a part says nothing of the whole.
[[nodiscard]] std::optional<Xapian::Query> plan_bag(const QueryNode& node,
                                                    std::shared_ptr<const TextsById> texts,
                                                    const BagWeights& weights);

/// The pieces of all words that are looked for anywhere, as they stand in titles.
[[nodiscard]] Xapian::Query plan_title(const QueryNode& node, double weight);

/// The ways in which a 文号 or 档号 of a query is read: as typed, and 20236 as 2023, 6.
[[nodiscard]] std::vector<std::vector<Token>> number_readings(std::string_view text);

/// A word without a field that is looked for as a 文号, too.
[[nodiscard]] bool may_be_number(std::string_view text);

/// What stands in a hit of one phrase node when the query is taken as a bag: its pairs, words and
/// numbers, or the whole where it stays strict.
[[nodiscard]] std::vector<Phrase> loose_phrases(const QueryNode& phrase);

}  // namespace guidang::index
