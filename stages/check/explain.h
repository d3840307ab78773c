// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/profile/profile.h"

namespace guidang::check {

enum class Language : std::uint8_t { zh, en };

/// What a rule looks at and why, its clause, when it applies, how severe its flaw is and for whom,
/// what to do, and its two samples as they stand in `samples/rules` (when that folder is there):
/// `guidang explain <ID>`. Throws Failure with status usage for a rule the profile does not have.
[[nodiscard]] std::string explain(const Profile& profile, std::string_view id, Language language);

/// Every rule of the profile, one line each in its order: id, on or off, title, clause, parted by
/// tabs: `guidang rules`.
[[nodiscard]] std::string list_rules(const Profile& profile, Language language);

}  // namespace guidang::check
