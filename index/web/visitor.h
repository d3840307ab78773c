// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "index/record.h"

namespace guidang::web {

/// Who asks, as far as it matters: what may be opened for them. A stranger unless said otherwise.
struct Visitor {
  std::vector<index::Access> classes{index::Access::open};
  bool staff = false;  ///< may see more than what is open to everybody; pages say so
};

}  // namespace guidang::web
