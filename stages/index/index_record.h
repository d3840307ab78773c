// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "index/record.h"
#include "pipeline/stage.h"

namespace guidang {

/// What the index reads of the register.
[[nodiscard]] const StageInfo& index_info();

/// What the index holds of an item; nothing when it is not to be found by anybody. The view is
/// narrowed by `index_info`.
[[nodiscard]] std::optional<index::IndexRecord> index_record(const View& item,
                                                             const std::string& fonds_code);

}  // namespace guidang
