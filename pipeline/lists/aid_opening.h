// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// Where an item stands between shelf and reader (FA-03).
enum class Access : std::uint8_t {
  opened,      ///< a person decided that it is open, and it bears no secrecy level
  controlled,  ///< 控制 or 延期开放
  candidate    ///< old enough by the law of its day (ACC-01), or proposed; nobody has decided
};

/// Nothing for an item without a code, and for one that is neither spoken of
/// nor old enough.
[[nodiscard]] std::optional<Access> access_of(const View& item, const Office& office);

extern const LineKind kOpened;
extern const LineKind kControlled;
extern const LineKind kOpeningCandidates;

/// 开放档案目录, 控制使用档案目录, 开放审核清单: one sheet each.
void print_access_list(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
