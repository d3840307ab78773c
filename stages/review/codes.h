// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "pipeline/findings/codes.h"

namespace guidang::review {

/// Held although nothing is asked: its stages have not all run.
inline constexpr std::string_view kNotRun = "RVW-101";

/// Codes that stand in tables and pages of the review; no finding bears them.
[[nodiscard]] std::span<const CodeInfo> codes();

}  // namespace guidang::review
