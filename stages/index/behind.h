// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

/// A mark in the index folder: register and index may differ, though no stage would notice, since
/// somebody was between the two. Who brings the index up to the register takes it away.
namespace guidang {

void mark_behind(const std::filesystem::path& index_folder);
[[nodiscard]] bool is_behind(const std::filesystem::path& index_folder);
void clear_behind(const std::filesystem::path& index_folder);

}  // namespace guidang
