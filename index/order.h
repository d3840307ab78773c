// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "index/gather.h"
#include "index/joined.h"
#include "index/search.h"

namespace guidang::index {

/// Brings the matches from `begin` up to `end` of the whole order to their places and gives them.
/// Equal ones stand by home and record, so the order depends on the records alone. Looks up only
/// what is needed to tell equal ones apart.
[[nodiscard]] std::vector<Match> in_order(const Joined& joined, std::vector<Match> matches,
                                          Sort sort, std::size_t begin, std::size_t end);

}  // namespace guidang::index
