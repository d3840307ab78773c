// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/view.h"

namespace guidang::tests {

/// The items of a rule's sample: a `<case>`, or a `<set>` of them. Throws on anything it does not
/// know, so that a misspelt sample does not pass by chance.
[[nodiscard]] std::vector<View> read_cases(const std::filesystem::path& file);

}  // namespace guidang::tests
