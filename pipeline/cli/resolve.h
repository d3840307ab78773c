// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/register/resolve.h"

namespace guidang::cli {

using guidang::resolve;

}  // namespace guidang::cli
