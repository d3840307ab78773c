// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "index/phrase.h"
#include "index/query.h"

/// Words taken apart into pairs of characters, words and numbers: how a query is loosened.
namespace guidang::index {

/// A word that a loose query need not find whole, or words of which one is enough (synonyms).
[[nodiscard]] bool is_loose(const QueryNode& node);

/// How many pieces of the words that may be taken loosely stand for something; of words of which
/// one is enough those of the longest count.
[[nodiscard]] std::size_t loose_pieces(const QueryNode& node);

/// The pieces of loose nodes, each with its weight: a record scores by those it has. Of words of
/// which one is enough the best counts.
[[nodiscard]] Xapian::Query bag_of(const std::vector<const QueryNode*>& loose,
                                   const BagWeights& weights);

/// What a synonym weighs among its siblings: less than the word that was typed, however many pieces
/// it has; 1 for words that were typed.
[[nodiscard]] double share_of(const QueryNode& node, const std::vector<QueryNode>& siblings);

/// What stands in a hit of one phrase node when the query is taken as a bag: its pairs, words and
/// numbers, or the whole where it stays strict.
[[nodiscard]] std::vector<Phrase> loose_phrases(const QueryNode& phrase);

}  // namespace guidang::index
