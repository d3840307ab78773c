// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/archive/packing.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "pipeline/failure.h"

namespace guidang::extract {

Packing::Packing(int fd, const Limits& limits)
    : most_(limits.zip_total_bytes), ratio_(limits.zip_ratio) {
  struct stat about{};
  if (::fstat(fd, &about) == 0) packed_ = static_cast<std::uint64_t>(about.st_size);
}

std::string Packing::spend(std::uint64_t bytes) {
  // Small files may be as regular as they like.
  constexpr std::uint64_t kFrom = 1ULL << 20;
  spent_ += std::min(bytes, most_ + 1);
  if (spent_ > most_) return fmt::format("unpacked it is longer than {} MB", most_ >> 20);
  if (spent_ <= kFrom || spent_ / std::max<std::uint64_t>(packed_, 1) < ratio_) return {};
  return fmt::format("packed more than {} to 1", ratio_);
}

std::size_t read_at(int fd, std::uint64_t offset, std::string& buffer) {
  std::size_t have = 0;
  while (have < buffer.size()) {
    const ssize_t got =
        ::pread(fd, buffer.data() + have, buffer.size() - have, static_cast<off_t>(offset + have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Failure("cannot read the file / 无法读取文件");
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  return have;
}

}  // namespace guidang::extract
