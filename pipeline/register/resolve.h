// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/register/register.h"

namespace guidang {

/// The record that a person means: by its id, its 档号 (also 预编) or its 文号. Throws Failure
/// (usage) when none or several fit, naming them.
[[nodiscard]] std::string resolve(Register& source, const std::string& text);

}  // namespace guidang
