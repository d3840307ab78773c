// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/profile/element.h"

namespace guidang::profile {

/// The root element of a file below `data_root`, validated by `templates/schema/profile.rng`.
/// `path` is relative and is what messages show. Throws Failure with status usage.
[[nodiscard]] Element read(const std::filesystem::path& data_root, const std::string& path);

/// Letters, digits, `-`, `_` and `.`, no dot first: what may name a profile or a file of one.
[[nodiscard]] bool is_plain_name(std::string_view name);

}  // namespace guidang::profile
