// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/reader.h"
#include "stages/extract/limits.h"

namespace guidang::extract {

/// A storage (folder) or a stream (file) in a compound file.
struct CompoundEntry {
  std::string path{};  ///< components parted by '/': "ObjectPool/_1234/\001Ole10Native"
  std::uint64_t size = 0;
  bool storage = false;
};

/// Bytes of a stream, or what is wrong with it.
struct StreamBytes {
  std::string bytes{};
  std::string flaw{};  ///< one English line; "" when all bytes are there
};

/// A compound file (OLE2, [MS-CFB]), in which Office 97–2003, WPS Office and Outlook keep their
/// documents. Its directory is read when it is opened, a stream when it is asked for. Not to be
/// shared between threads.
class CompoundFile {
 public:
  /// Or, in one English line, what is wrong with it. `fd` stays the caller's.
  [[nodiscard]] static std::variant<CompoundFile, std::string> open(int fd, const Limits& limits);
  CompoundFile(CompoundFile&&) noexcept;
  CompoundFile& operator=(CompoundFile&&) noexcept;
  ~CompoundFile();

  /// All of them, a storage before what it holds.
  [[nodiscard]] const std::vector<CompoundEntry>& entries() const;
  /// Null when there is none; case counts.
  [[nodiscard]] const CompoundEntry* find(std::string_view path) const;
  /// The whole stream; a missing one, a broken chain of sectors and one that is longer than the
  /// file or than `most` are flaws.
  [[nodiscard]] StreamBytes read(std::string_view path, std::uint64_t most) const;
  /// Adds title, subject, keywords, category, creator … as properties, and the times and the
  /// program as technical facts, out of the property sets of Office, in whatever code page they
  /// are. A property set that cannot be read is told as a flaw and costs nothing else.
  void add_summary(Extraction& extraction) const;

 private:
  struct State;
  explicit CompoundFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace guidang::extract
