// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "pipeline/cli/console.h"
#include "pipeline/progress.h"

namespace guidang::cli {

/// Progress for people on `err`: one line rewritten in place on a terminal, a line a stage when
/// piped. With `json`, one event a line on `out`:
/// {"event":"begin","stage":…,"total":…} {"event":"progress","stage":…,"done":…} {"event":"end",…}.
[[nodiscard]] std::unique_ptr<Progress> make_progress(const Console& console, bool json);

}  // namespace guidang::cli
