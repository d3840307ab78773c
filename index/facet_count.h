// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "index/facet.h"
#include "index/gather.h"
#include "index/joined.h"

namespace guidang::index {

/// Matches and what was chosen of their facets.
struct Narrowed {
  std::vector<Match> matches{};       ///< those that have all that was chosen
  std::vector<FacetCounts> facets{};  ///< as asked for, in that order
};

/// Leaves out what was not chosen, and counts the facets: each among the matches that have what was
/// chosen of the others. Several choices of one facet hold together.
[[nodiscard]] Narrowed narrow(const Joined& joined, std::vector<Match> matches,
                              const std::vector<Choice>& choices, const std::vector<Facet>& facets);

}  // namespace guidang::index
