// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "pipeline/lists/list_row.h"

namespace guidang::lists {

/// What a 备考表 must tell of an item (NOTE-01): findings that the profile puts under a heading,
/// values that people changed, flaws that people let pass.
[[nodiscard]] std::vector<Remark> remarks_of(const View& item, const Office& office);

}  // namespace guidang::lists
