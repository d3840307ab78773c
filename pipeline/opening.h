// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/view.h"

namespace guidang {

/// 开放: whether everybody may see an item, as far as what it is says so. A person decided that it
/// is open, no reason for control stands beside that, and none of its documents bears a secrecy
/// level. Lists and the index ask here. The view must hold the appraisal, the decision `opening`
/// and the descriptions.
[[nodiscard]] bool is_opened(const View& item);

}  // namespace guidang
