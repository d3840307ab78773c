// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/runner/record_pass.h"
#include "pipeline/stage.h"

namespace guidang {

/// Runs a set stage when anything it reads has changed. What it says goes to a sorter first and is
/// then written in the order of the records, in slices; what it no longer says is retracted.
void run_set_pass(const SetStage& stage, const PassContext& context);

}  // namespace guidang
