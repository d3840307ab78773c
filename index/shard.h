// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>

#include "index/record.h"
#include "index/texts.h"

namespace guidang::index {

/// One class of one generation, opened for reading.
struct Shard {
  Xapian::Database database{};
  std::shared_ptr<const TextFiles> texts{};
};

/// Whether this analyser and this schema made the database.
[[nodiscard]] bool is_compatible(const Xapian::Database& database);

/// Throws Failure when it was made by another analyser or schema.
[[nodiscard]] Shard open_shard(const std::filesystem::path& folder);

/// An empty database that knows its analyser and format. For a generation under construction:
/// nothing is synced before the whole is.
[[nodiscard]] Xapian::WritableDatabase create_database(const std::filesystem::path& folder);

/// Collects the records that one worker indexes for one class, as small databases to be merged.
class ShardBuilder {
 public:
  /// Databases go to `work`-0, `work`-1 …; the texts as file number `file` into `folder`.
  ShardBuilder(std::filesystem::path work, const std::filesystem::path& folder, std::uint32_t file);

  void add(const IndexRecord& record, const RecordDigest& digest);

  /// The databases, complete.
  [[nodiscard]] std::vector<std::filesystem::path> finish();

 private:
  std::filesystem::path work_;
  TextWriter texts_;
  Xapian::WritableDatabase database_{};
  std::vector<std::filesystem::path> done_{};
  unsigned in_database_ = 0;
};

}  // namespace guidang::index
