// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "index/ask.h"
#include "index/explain.h"
#include "pipeline/cli/console.h"

namespace guidang::cli {

/// How a query was read, part by part.
void print_reading(const index::Asked& asked, const Console& console);

/// Where a score comes from, in one line.
void print_contributions(const index::Hit& hit, const std::vector<index::Contribution>& all,
                         const Console& console);

}  // namespace guidang::cli
