// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "pipeline/cli/console.h"
#include "stages/index/index_keeper.h"
#include "stages/review/decider.h"

namespace guidang::cli {

/// What comes of a decision, to be said to who made it.
[[nodiscard]] std::string_view outcome(const IndexKeeper::Followed& followed,
                                       std::string_view field, std::string_view value, bool sealed,
                                       const Console& console);

/// Tells `index`, which outlives the result, of decisions before they are written.
[[nodiscard]] std::function<void(std::span<const review::Settled>)> announce_to(IndexKeeper& index);

}  // namespace guidang::cli
