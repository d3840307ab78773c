// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/account.h"
#include "pipeline/cli/console.h"

namespace guidang::cli {

/// Both accounts as two lines: `文件账 files  所见 50 = 组成件 40 + …`.
void print_account(const Account& account, const Both& which, const Console& console);

}  // namespace guidang::cli
