// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <vector>

#include "index/record.h"

namespace guidang::index {

/// What the current generation holds, and what of it is still true: 40 bytes a record, so that a
/// million fit beside everything else.
class KnownRecords {
 public:
  KnownRecords() = default;

  /// Reads all classes of a generation. Empty when it cannot be carried on: made by another
  /// analyser or schema, damaged, or, unless `wasteful`, more than half of its texts are of records
  /// gone.
  static KnownRecords of_generation(const std::filesystem::path& generation, bool wasteful = false);

  enum class Answer { unchanged, fresh };
  /// Says whether the record is already there as it is, and remembers that it was asked for.
  /// Throws std::logic_error when it was asked for before.
  Answer visit(const IndexRecord& record, const RecordDigest& digest);

  /// The record is gone. Nothing happens when it was not there.
  void drop(std::string_view record);
  /// Those that nobody spoke of stay as they are.
  void keep_others();

  /// False when there is no generation, or none to carry on.
  [[nodiscard]] bool usable() const { return usable_; }
  /// Those that no `visit` found unchanged, of one class.
  [[nodiscard]] std::size_t outdated(Access access) const;
  [[nodiscard]] std::size_t kept(Access access) const;
  /// Whether the record of this key, in this class, is to leave the database.
  [[nodiscard]] bool is_outdated(std::string_view record) const;
  /// Whether the record is gone from its class altogether, not only changed: then nothing of it may
  /// be left behind there.
  [[nodiscard]] bool has_left(std::string_view record) const;
  [[nodiscard]] std::size_t left(Access access) const;

 private:
  struct Entry {
    RecordDigest key{};
    RecordDigest content{};
    Access access = Access::staff;
    bool visited = false;
    bool kept = false;
    bool stays = false;  ///< visited in the same class
  };
  [[nodiscard]] const Entry* find(const RecordDigest& key) const;

  bool usable_ = false;
  std::vector<Entry> entries_{};        ///< by key
  std::set<RecordDigest> strangers_{};  ///< visited, not in entries_
};

}  // namespace guidang::index
