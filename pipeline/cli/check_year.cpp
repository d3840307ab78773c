// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/commands.h"

namespace guidang::cli {

ExitStatus execute(const CheckYearArguments&, const Console&) { return ExitStatus::done; }

}  // namespace guidang::cli
