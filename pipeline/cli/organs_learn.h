// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/cli/arguments.h"
#include "pipeline/cli/console.h"

namespace guidang::cli {

/// `organs learn`: derives 机关代字 from registers or from the documents of a home, tells what it
/// rests on and what speaks against it, and writes what is settled as a table.
ExitStatus learn_organs(const OrgansArguments& arguments, const Console& console);

}  // namespace guidang::cli
