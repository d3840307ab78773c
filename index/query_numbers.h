// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "index/analyser.h"

/// 文号 and 档号 as people type them.
namespace guidang::index {

/// A year followed by a number: perhaps a 文号, whose field knows more ways of writing it.
[[nodiscard]] bool may_be_number(std::string_view text);

/// The rows of parts that a number may have been meant as: as typed, and with a year that brackets
/// were lost from (20236 for 〔2023〕6) on its own. Empty when nothing but signs was typed.
[[nodiscard]] std::vector<std::vector<Token>> number_readings(std::string_view text);

}  // namespace guidang::index
