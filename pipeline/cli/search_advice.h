// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "index/ask.h"
#include "index/facet.h"
#include "index/reader.h"
#include "pipeline/cli/console.h"

namespace guidang::cli {

/// What to try when nothing holds all that was asked for: other spellings and, when `nothing` was
/// found at all, other queries. Written to where diagnostics go.
void print_advice(std::span<const index::Reader* const> readers, const index::Asked& asked,
                  const index::Vocabulary& vocabulary, const std::vector<index::Choice>& choices,
                  bool nothing, const Console& console);

}  // namespace guidang::cli
