// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace guidang::cli {

/// A folder that is gone when the rehearsal is over.
class ScratchFolder {
 public:
  /// Throws Failure when none can be made in TMPDIR.
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace guidang::cli
