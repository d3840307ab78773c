// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/web/context.h"

namespace guidang::web {

/// `/`: the search box, the fonds, the years.
[[nodiscard]] Response home_page(const Context& context);
/// `/health`: `ok` while searches can be answered; says nothing else.
[[nodiscard]] Response health(const Context& context);

}  // namespace guidang::web
