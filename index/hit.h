// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/gather.h"
#include "index/joined.h"
#include "index/marks.h"
#include "index/search.h"

namespace guidang::index {

/// What a record shows of itself, without marks and text.
[[nodiscard]] Hit shown_hit(const Joined& joined, const Place& place,
                            const Xapian::Document& document);

/// The same with score, marks and snippet.
[[nodiscard]] Hit make_hit(const Joined& joined, const Match& match, const Marker& marker);

}  // namespace guidang::index
