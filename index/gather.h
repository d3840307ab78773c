// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "index/joined.h"

namespace guidang::index {

/// A record that matches, without anything that costs to look up.
struct Match {
  Place place{};
  double weight = 0;
};

/// Every record that matches, shard by shard and in each by id. One pass over the postings; 16
/// bytes a match. With `least_percent` those are left out that score less than so much of what a
/// record with all pieces would.
[[nodiscard]] std::vector<Match> gather(const Joined& joined, const Xapian::Query& query,
                                        int least_percent = 0);

/// Back into the order in which `gather` gives them, in which columns are read fastest.
void sort_by_place(std::vector<Match>& matches);

}  // namespace guidang::index
