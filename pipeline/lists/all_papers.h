// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// Papers of a filed year: lists, stamps, covers, notes.
[[nodiscard]] std::span<const Paper> year_papers();

/// Registers, return slips, finding aids and what the fonds file holds.
[[nodiscard]] std::span<const Paper> aid_papers();

/// Every paper that an office of this arrangement prints, in the order in which people use them. A
/// form that the profile turns off (`<form id="stamps" on="no"/>` in `catalogue`) is not among
/// them.
[[nodiscard]] std::vector<const Paper*> all_papers(const Profile& profile);

}  // namespace guidang::lists
