// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "stages/extract/limits.h"

namespace guidang::extract {

inline constexpr std::size_t kArchiveBlock = 256UL * 1024;

/// Watches how much comes out of a packed file.
class Packing {
 public:
  Packing(int fd, const Limits& limits);
  /// Counts unpacked bytes; "" unless they are now too many, in all or for the file's size.
  [[nodiscard]] std::string spend(std::uint64_t bytes);
  [[nodiscard]] std::uint64_t packed() const noexcept { return packed_; }

 private:
  std::uint64_t packed_ = 0;
  std::uint64_t spent_ = 0;
  std::uint64_t most_ = 0;
  std::uint64_t ratio_ = 0;
};

/// Fills `buffer` from `offset` of the file; less only at its end. Throws Failure when the disk
/// gives an error.
[[nodiscard]] std::size_t read_at(int fd, std::uint64_t offset, std::string& buffer);

}  // namespace guidang::extract
