// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "pipeline/facts.h"
#include "pipeline/fields.h"

namespace guidang::cli {

/// {name: {"value", "source", "confidence"}} in the order of `kFields`, then what has other names.
/// `value` is a text, for list fields an array of texts.
[[nodiscard]] nlohmann::ordered_json fields_json(const Description& description);

}  // namespace guidang::cli
