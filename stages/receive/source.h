// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "pipeline/files/fd.h"

namespace guidang::receive {

/// One file of the batch as it is at one moment, with its digest. What is probed and what is stored
/// must be the same bytes though somebody may be saving the file: up to kSnapshotBytes it is a copy
/// in memory that nobody else can write, above that the file itself, and `unchanged` tells.
class Source {
 public:
  static constexpr std::uint64_t kSnapshotBytes = std::uint64_t{64} << 20;

  [[nodiscard]] int fd() const { return fd_.get(); }
  /// sha256, 64 hexadecimal digits.
  [[nodiscard]] const std::string& digest() const { return digest_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] bool in_memory() const { return snapshot_; }
  /// Bytes in memory that nobody else can write. Throws Failure.
  [[nodiscard]] static Source of_memory(files::Fd sealed);
  /// Whether the bytes are still those of the digest, as far as the disk says.
  [[nodiscard]] bool unchanged() const;

 private:
  friend std::variant<Source, std::string_view> open_source(int, const std::string&, std::uint64_t);

  files::Fd fd_{};
  std::string digest_{};
  std::uint64_t size_ = 0;
  bool snapshot_ = false;
  struct stat seen_{};
};

/// Opens the file `path` below `rootfd` without following a link anywhere, or gives the code that
/// says why not (kNoRegularFile, kUnreadable, kTooLarge, kChanged).
[[nodiscard]] std::variant<Source, std::string_view> open_source(int rootfd,
                                                                 const std::string& path,
                                                                 std::uint64_t limit);

}  // namespace guidang::receive
