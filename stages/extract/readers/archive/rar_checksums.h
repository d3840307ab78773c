// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "stages/extract/limits.h"

namespace guidang::extract {

/// CRC-32 of bytes that come in pieces.
class Checksum {
 public:
  void add(std::string_view bytes);
  [[nodiscard]] std::uint32_t value() const noexcept { return value_; }

 private:
  std::uint32_t value_ = 0;
};

/// The checksums of a RAR 4 archive's entries, folders included, in order: libarchive leaves them
/// unchecked. Those of RAR 5 it checks; then none are given.
[[nodiscard]] std::vector<std::uint32_t> rar_checksums(int fd, const Limits& limits);

}  // namespace guidang::extract
