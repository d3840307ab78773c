// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

/// The few things the index does with folders. All throw Failure.
namespace guidang::index {

void make_folder(const std::filesystem::path& folder);
void remove_folder(const std::filesystem::path& folder);

/// A second name for a file that nobody changes; a copy where the disk knows no links.
void share_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// A copy of the files of one folder whose names do not begin with `except`.
void copy_files(const std::filesystem::path& from, const std::filesystem::path& to,
                std::string_view except);

/// Mode and group of a folder. Another group is given where that is allowed.
void copy_permissions(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace guidang::index
