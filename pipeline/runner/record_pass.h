// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "pipeline/progress.h"
#include "pipeline/register/register.h"
#include "pipeline/stage.h"

namespace guidang {

/// What one run hands to each of its passes.
struct PassContext {
  Register& target;
  PageSource pages;
  Progress& progress;
  std::stop_token stop;
  std::string run;
  std::string at;
  unsigned jobs = 1;
  std::size_t slice = 0;  ///< records in one commit
};

/// Runs several record stages of one scope as one pass: a worker takes one record through all of
/// them, skipping each whose fingerprint is unchanged.
void run_record_pass(std::span<const RecordStage* const> stages, const PassContext& context);

}  // namespace guidang
