// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/files/zip.h"

namespace guidang::files {

/// What the central directory says of one entry; libzip does not tell all of it.
struct DirectoryEntry {
  std::string raw_name{};
  /// UTF-8, of the Unicode path extra field (0x7075) when it belongs to the raw name; else "".
  std::string unicode_name{};
  std::uint64_t size = 0;
  std::uint64_t packed_size = 0;
  std::uint64_t offset = 0;  ///< of the local header
  std::uint32_t attributes = 0;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
};

struct Directory {
  std::vector<DirectoryEntry> entries{};
  std::uint64_t trailing = 0;  ///< bytes behind the end of the archive
};

/// Reads `size` bytes at `offset` of the archive, or gives nothing.
using ReadAt = std::function<std::optional<std::string>(std::uint64_t offset, std::size_t size)>;

/// The entries in the directory's order, with the checks that need offsets: count, local headers
/// that agree in flags, method and name, no two entries with common bytes. Bytes behind the archive
/// are borne when there is but one end record that could be meant.
std::variant<Directory, ZipError> read_directory(const ReadAt& read_at, std::uint64_t archive_size,
                                                 const ZipLimits& limits);

}  // namespace guidang::files
