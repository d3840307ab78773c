// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pipeline/facts.h"
#include "stages/describe/candidate.h"
#include "stages/describe/settings.h"

namespace guidang::describe {

/// Whether two offers for a field say the same once spelling is left out of account.
[[nodiscard]] bool agree(std::string_view field, const Candidate& a, const Candidate& b);

/// Settles every field: offers that agree raise each other's confidence, the most trusted group
/// gives the value, the others become rivals and, unless they are mere witnesses, findings. A field
/// whose confidence stays below `bound` keeps every candidate, however weak.
[[nodiscard]] Description merge(const Candidates& candidates, double bound, Findings& findings);

}  // namespace guidang::describe
