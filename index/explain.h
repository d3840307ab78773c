// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/query.h"
#include "index/reader.h"
#include "index/search.h"

namespace guidang::index {

/// What one piece of a query adds to the score of a hit.
struct Contribution {
  Field field = Field::any;  ///< the field in which the piece stands; any: all text
  std::string piece{};       ///< a pair of characters, a character, a word, a number; folded
  double score = 0;
};

/// Where the score of a hit comes from, the most first; the sum is its score, but for the last
/// bits. `options` and `hit` as in the search that gave it. Empty for what scores nothing, as years
/// do.
[[nodiscard]] std::vector<Contribution> explain_score(std::span<const Reader* const> readers,
                                                      const Query& query,
                                                      const SearchOptions& options, const Hit& hit);

}  // namespace guidang::index
