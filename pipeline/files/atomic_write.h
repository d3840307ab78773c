// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/files/fd.h"

namespace guidang::files {

/// A file written beside its place (`.name.tmp-…`) and put there whole by `commit`; without it,
/// nothing is left and what was there before stays. All throw Failure when the disk does.
class AtomicFile {
 public:
  explicit AtomicFile(std::filesystem::path target);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view bytes);
  [[nodiscard]] int fd() const noexcept { return fd_.get(); }
  /// Syncs, renames over the target, syncs the folder. Once.
  void commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path temporary_;
  Fd fd_{};
};

/// Whole or absent; replaces an older file.
void write_atomically(const std::filesystem::path& target, std::string_view bytes);

/// Removes what a killed AtomicFile left in `folder` (no deeper); a folder that is not there holds
/// none. For its only writer. Throws Failure.
void remove_leftovers(const std::filesystem::path& folder);

/// A folder built as `target.partial` and renamed to `target` by `commit`. A `.partial` that an
/// earlier run left is removed first; the caller's lock keeps two runs apart. Without `commit` it
/// is removed.
class AtomicFolder {
 public:
  /// Throws Failure when `target` exists: a finished folder is never replaced.
  explicit AtomicFolder(std::filesystem::path target);
  ~AtomicFolder();
  AtomicFolder(const AtomicFolder&) = delete;
  AtomicFolder& operator=(const AtomicFolder&) = delete;

  /// Where to build.
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return partial_; }
  /// Syncs all that was built (the file system as a whole), renames, syncs the parent. Once.
  void commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path partial_;
  bool committed_ = false;
};

/// Makes renames in `folder` last through a power cut. Throws Failure.
void sync_folder(const std::filesystem::path& folder);

}  // namespace guidang::files
