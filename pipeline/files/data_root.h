// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace guidang::files {

/// The folder that holds `templates/`: the environment variable GUIDANG_DATA when it is set, else
/// the nearest folder at or above the program's that has `templates/profiles` (a build tree) or
/// `share/guidang/templates` (an installation; gives `share/guidang`). Throws Failure with advice.
std::filesystem::path data_root();

/// The same from given values, for tests.
std::filesystem::path find_data_root(const std::optional<std::string>& configured,
                                     const std::filesystem::path& program);

}  // namespace guidang::files
