// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "index/web/router.h"

namespace guidang::web {

/// All pages of the site: the only list.
[[nodiscard]] std::vector<Route> all_routes();

}  // namespace guidang::web
