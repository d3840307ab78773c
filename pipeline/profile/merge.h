// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/profile/element.h"

namespace guidang::profile {

/// `own` laid over `base` as profile.h says. Both have the same name.
[[nodiscard]] Element lay_over(const Element& base, Element own);

/// Takes out what only steers merging: `remove`, `merge`. Throws the flaw when `remove` stands on
/// something that the extended profile does not have.
[[nodiscard]] Element settle(Element section);

}  // namespace guidang::profile
