// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/findings/finding.h"

namespace guidang::receive {

/// Whether a field of this name is meant for the level (密级).
[[nodiscard]] bool is_level_field(std::string_view name);

/// Makes the value of a date field ISO. One that is no date stays as written, with a finding that
/// names `path` and the field's `where`.
void normalise_date(GivenField& field, const std::string& path, std::vector<Finding>& findings);

}  // namespace guidang::receive
