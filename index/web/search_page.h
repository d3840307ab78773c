// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/web/context.h"

namespace guidang::web {

/// `/search`
[[nodiscard]] Response search_page(const Context& context);

}  // namespace guidang::web
