// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/web/context.h"

namespace guidang::web {

/// `/help`: how to search, out of templates/search/grammar.xml; each example is a link.
[[nodiscard]] Response help_page(const Context& context);

}  // namespace guidang::web
