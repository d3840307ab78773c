// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/facts.h"
#include "pipeline/stage.h"
#include "stages/describe/describe.h"

namespace bench {

/// What describe says of a text of one page, without ledger, sidecar or layout.
[[nodiscard]] guidang::Description describe(const guidang::Describe& stage, const std::string& text,
                                            guidang::Findings& findings);

}  // namespace bench
