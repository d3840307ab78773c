// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "pipeline/files/fd.h"

namespace guidang::files {

/// The one writer of a home. Held by the kernel for this object (an open-file-description lock):
/// gone when the process is, however it ends, so a lock is never stale.
class HomeLock {
 public:
  /// Takes the lock file (made when absent, never removed) and writes into it who holds it:
  /// process, host, start. Does not wait. Throws Failure "home … is in use by process 123 on host
  /// …" with advice.
  static HomeLock acquire(const std::filesystem::path& lock_file);

 private:
  explicit HomeLock(Fd fd) : fd_(std::move(fd)) {}
  Fd fd_;
};

}  // namespace guidang::files
