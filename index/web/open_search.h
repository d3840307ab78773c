// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/web/context.h"

namespace guidang::web {

/// `/opensearch.xml`: how browsers and programs search here (OpenSearch 1.1 description document).
[[nodiscard]] Response open_search(const Context& context);

}  // namespace guidang::web
