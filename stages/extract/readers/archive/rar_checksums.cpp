// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/archive/rar_checksums.h"

#include <zlib.h>

#include <string>

#include "stages/extract/readers/archive/packing.h"

namespace guidang::extract {
namespace {

// Technical note of RAR 4.x, blocks: checksum (2), type (1), flags (2), size of the head (2) and,
// with the flag, of what follows it (4).
constexpr std::string_view kMark{"Rar!\x1A\x07\0", 7};
constexpr std::size_t kFileHead = 32;
constexpr unsigned kFileBlock = 0x74;
constexpr unsigned kHasData = 0x8000;
constexpr unsigned kLargeFile = 0x0100;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

}  // namespace

void Checksum::add(std::string_view bytes) {
  value_ = static_cast<std::uint32_t>(
      ::crc32_z(value_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::vector<std::uint32_t> rar_checksums(int fd, const Limits& limits) {
  std::string block(kMark.size(), '\0');
  if (read_at(fd, 0, block) < kMark.size() || block != kMark) return {};
  std::vector<std::uint32_t> checksums;
  std::uint64_t offset = kMark.size();
  while (checksums.size() <= 2ULL * limits.zip_entries) {
    block.assign(kFileHead + 8, '\0');
    const std::size_t have = read_at(fd, offset, block);
    if (have < 7) break;
    const std::uint32_t flags = number(block, 3, 2);
    const std::uint32_t head = number(block, 5, 2);
    if (head < 7) break;
    offset += head;
    if ((flags & kHasData) != 0) offset += number(block, 7, 4);
    if (number(block, 2, 1) != kFileBlock) continue;
    if (have < kFileHead) break;
    if ((flags & kLargeFile) != 0) offset += std::uint64_t{number(block, 32, 4)} << 32U;
    checksums.push_back(number(block, 16, 4));
  }
  return checksums;
}

}  // namespace guidang::extract
