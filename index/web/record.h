// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "index/web/router.h"

namespace guidang::web {

/// `/record/…`: the page of a record, the same as JSON, and its originals.
[[nodiscard]] std::vector<Route> record_routes();

}  // namespace guidang::web
