// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "index/web/router.h"

namespace guidang::web {

/// `/search`, and the same for programs: `/search.json`, `/search.csv` (all hits, streamed).
[[nodiscard]] std::vector<Route> search_routes();

}  // namespace guidang::web
