// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace guidang::extract {

/// What reading one file may cost. All limits of this stage, each with its reason; tests pass
/// smaller ones. They travel to the helper with each request.
struct Limits {
  /// Of a file that a reader takes; larger ones are films or images of disks, not documents.
  std::uint64_t input_bytes = 256ULL << 20;
  /// Of plain text and HTML, which are held in memory twice while they are decoded.
  std::uint64_t plain_bytes = 64ULL << 20;
  /// Of all text that comes out: twenty million Han characters, a shelf of books.
  std::uint64_t text_bytes = 64ULL << 20;
  /// Of all properties together: they are titles and names.
  std::uint64_t property_bytes = 1ULL << 20;
  /// Pages of one file; a bound volume has a thousand.
  std::uint32_t pages = 100'000;
  /// Elements within each other; office formats stay below 40.
  std::uint32_t nesting = 200;
  /// Elements, attributes and texts of a web page, about 100 bytes of memory each.
  std::uint32_t xml_nodes = 2'000'000;
  /// Entries of a container; office documents have tens, with many pictures thousands.
  std::uint32_t zip_entries = 20'000;
  /// Unpacked to packed: deflate ends near 1030, office XML stays below 60.
  std::uint32_t zip_ratio = 200;
  /// Unpacked XML part of a document, held in memory while it is read.
  std::uint64_t zip_entry_bytes = 128ULL << 20;
  /// Unpacked, all entries; pictures count although they are not unpacked here.
  std::uint64_t zip_total_bytes = 2ULL << 30;
  /// Of one file that lies in another one.
  std::uint64_t member_bytes = 256ULL << 20;
  /// Patience of the parent: real documents need milliseconds.
  std::uint32_t wall_ms = 10'000;
  /// Processor time of one file, set in the kernel: holds even if the parent is gone.
  std::uint32_t cpu_seconds = 10;
  /// Of the helper, program and libraries included: two helpers fit beside the rest in 2 GB.
  std::uint64_t address_space = 512ULL << 20;
  /// Open files of a helper: its socket, the file, what a character set or a container opens.
  std::uint32_t open_files = 32;
};

/// Optical recognition needs seconds a page, and nobody asks for it by accident.
inline constexpr std::uint32_t kRecognitionSeconds = 1800;

/// Files after which a helper is replaced, so that what a parser leaks or a file corrupts stays
/// small; a new helper costs a fork of a small process.
inline constexpr std::uint32_t kFilesPerHelper = 256;

}  // namespace guidang::extract
