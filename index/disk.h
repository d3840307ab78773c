// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

/// The few things the index does with folders. All throw Failure.
namespace guidang::index {

/// Held by the kernel while this lives, so never stale. Throws when another writer holds it.
class WriterLock {
 public:
  explicit WriterLock(const std::filesystem::path& file);
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  int descriptor_ = -1;
};

void make_folder(const std::filesystem::path& folder);
void remove_folder(const std::filesystem::path& folder);
void rename_folder(const std::filesystem::path& from, const std::filesystem::path& to);

/// Every file and folder below is on the disk when this returns.
void sync_tree(const std::filesystem::path& folder);

/// Whole or as before.
void replace_file(const std::filesystem::path& file, std::string_view bytes);

/// A second name for a file that nobody changes; a copy where the disk knows no links.
void share_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// A copy of the files of one folder whose names do not begin with `except`.
void copy_files(const std::filesystem::path& from, const std::filesystem::path& to,
                std::string_view except);

}  // namespace guidang::index
