// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "pipeline/findings/codes.h"

namespace guidang {

/// Codes about sealed records. SEA-101 is written by the register itself (`Commit::put_fact`).
[[nodiscard]] std::span<const CodeInfo> seal_codes();

}  // namespace guidang
