// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/web/context.h"

namespace guidang::web {

/// `/search.json`: the answer with all its hits, or with those of one page when `page` or `n` is
/// asked for. One object; streamed, a hit a line.
[[nodiscard]] Response search_json(const Context& context);

/// `/search.csv`: all hits as a table, streamed.
[[nodiscard]] Response search_csv(const Context& context);

}  // namespace guidang::web
