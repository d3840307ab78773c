// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "index/record.h"

namespace guidang::index {

/// The current generation of one home, opened for searching. It stays as it was opened, whatever is
/// committed meanwhile; to see newer records open again. One thread at a time.
class Reader {
 public:
  /// Opens those of the classes named that this process may read, and nothing else. Throws Failure
  /// when that is none, when there is no index, or one that another version made.
  Reader(const std::filesystem::path& index_folder, std::span<const Access> classes);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  [[nodiscard]] int generation() const;
  /// Those that were opened.
  [[nodiscard]] std::span<const Access> classes() const;
  /// Number of records in the opened classes.
  [[nodiscard]] std::size_t records() const;

  /// Whether one of the opened classes holds the record.
  [[nodiscard]] bool holds(std::string_view record) const;

  /// For the search of this room.
  struct Opened;
  [[nodiscard]] const Opened& opened() const { return *opened_; }

 private:
  std::unique_ptr<Opened> opened_;
};

/// Whether there is an index, and one that this version can read.
[[nodiscard]] bool is_readable(const std::filesystem::path& index_folder);

}  // namespace guidang::index
