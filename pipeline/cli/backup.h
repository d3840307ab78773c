// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

/// What backup and restore share.
namespace guidang::cli {

/// Copies what a home cannot make again by itself, save its register.
void copy_home_folders(const std::filesystem::path& from, const std::filesystem::path& to);

/// Absolute, and without a slash at its end.
[[nodiscard]] std::filesystem::path clean_path(const std::string& given);

}  // namespace guidang::cli
