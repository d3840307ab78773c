// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "index/public_parts.h"
#include "index/record.h"
#include "pipeline/stage.h"

namespace guidang {

/// What the index reads of the register.
[[nodiscard]] const StageInfo& index_info();

/// What holds for all items of a home.
struct IndexRule {
  std::string fonds_code{};
  index::PublicParts everybodys{};  ///< what strangers get of an opened item
};

/// What the index holds of an item; nothing when it is not to be found by anybody. The view is
/// narrowed by `index_info`.
[[nodiscard]] std::optional<index::IndexRecord> index_record(const View& item,
                                                             const IndexRule& rule);

}  // namespace guidang
