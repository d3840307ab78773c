// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/files/entry_name.h"
#include "pipeline/files/fd.h"

namespace guidang::files {

/// What is wrong with somebody's ZIP: data for a Finding, never thrown.
enum class ZipFlaw : std::uint8_t {
  not_a_zip,  ///< no readable central directory
  too_many_entries,
  entry_too_big,
  total_too_big,
  ratio_too_high,
  encrypted,
  unsafe_name,
  duplicate_name,
  overlap,  ///< two entries share bytes
  symlink,
  unsupported,    ///< a compression method that cannot be read here, or several disks
  contradictory,  ///< two readers would see different archives
  damaged         ///< checksum, length or compressed data
};

struct ZipError {
  ZipFlaw flaw = ZipFlaw::not_a_zip;
  std::string entry{};      ///< UTF-8, fit for showing; empty when the archive as a whole is meant
  std::string found{};      ///< what was found, for people
  std::uint64_t limit = 0;  ///< the limit that was passed; 0 when it was none

  /// One line: entry, flaw (Chinese, English), found and limit.
  [[nodiscard]] std::string message() const;
};

struct ZipLimits {
  std::size_t entries = 20'000;              ///< office documents have tens, a web page hundreds
  std::uint64_t entry_bytes = 512ULL << 20;  ///< unpacked; a whole scanned volume as one image file
  std::uint64_t total_bytes = 2ULL << 30;    ///< unpacked, all entries
  std::uint64_t ratio = 200;  ///< deflate ends near 1030; real office XML stays below 60
  std::uint64_t ratio_from_bytes = 1ULL << 20;  ///< small entries may be as regular as they like
};

struct ZipEntry {
  EntryName name{};
  std::uint64_t size = 0;  ///< unpacked, as the directory says
  std::uint64_t packed_size = 0;
  bool is_folder = false;  ///< the name ends in a slash
  /// Why it cannot be had; only in a ZipUse::archive.
  std::optional<ZipError> refusal{};
};

/// What a ZIP is to the caller.
enum class ZipUse : std::uint8_t {
  document,  ///< one thing (a DOCX, a bundle): one entry that cannot be had spoils it all
  archive    ///< a box of files: such an entry keeps its flaw, and names are not judged
};

/// Reads a ZIP of unknown origin. All checks that the directory allows are made by `open`; `read`
/// trusts no size it was told. Used by one thread at a time.
class ZipReader {
 public:
  /// Reads from the file's beginning.
  static std::variant<ZipReader, ZipError> open(Fd fd, const ZipLimits& limits = {},
                                                ZipUse use = ZipUse::document);
  /// Keeps `bytes`.
  static std::variant<ZipReader, ZipError> open(std::string bytes, const ZipLimits& limits = {},
                                                ZipUse use = ZipUse::document);

  ~ZipReader();
  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;

  /// In the order of the archive's directory.
  [[nodiscard]] const std::vector<ZipEntry>& entries() const noexcept;
  /// Bytes behind the end of the archive, which nothing explains; nearly always 0.
  [[nodiscard]] std::uint64_t trailing() const noexcept;
  /// The first entry of that decoded name, or nullptr.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;
  /// The unpacked bytes of one of `entries()`, with its checksum verified.
  [[nodiscard]] std::variant<std::string, ZipError> read(const ZipEntry& entry);
  /// The same in pieces, which are good only when nothing is returned at the end.
  [[nodiscard]] std::optional<ZipError> read(const ZipEntry& entry,
                                             const std::function<void(std::string_view)>& sink);

 private:
  struct Impl;
  explicit ZipReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::files
