// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>

#include "index/joined.h"
#include "index/query.h"
#include "index/search.h"

namespace guidang::index {

/// What Xapian is asked: the whole query or, `loose`, its bag of pieces, in both ways with the
/// share that titles add. Nothing when the query cannot be taken loosely.
[[nodiscard]] std::optional<Xapian::Query> asked_query(const Joined& joined, const Query& query,
                                                       const SearchOptions& options, bool loose);

}  // namespace guidang::index
