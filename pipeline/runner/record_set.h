// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "pipeline/register/views.h"
#include "pipeline/stage.h"

namespace guidang {

/// The register seen through one stage's declaration, a record at a time. `tick` is called after
/// each record with the number seen so far, and may throw to stop.
[[nodiscard]] std::unique_ptr<RecordSet> make_record_set(
    Register& source, const StageInfo& info, PageSource pages,
    std::function<void(std::uint64_t)> tick = {});

}  // namespace guidang
