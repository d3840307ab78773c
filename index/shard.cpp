// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/shard.h"

#include "index/analyser.h"
#include "index/document.h"
#include "index/schema.h"
#include "pipeline/failure.h"

namespace guidang::index {
namespace {

/// Xapian's table of what is not yet written stays in the processor's cache: measured 1.3 times
/// faster than its default of 10,000 (README).
constexpr unsigned kFlushEvery = 60;
/// Above this, writing into a database costs more than merging it later.
constexpr unsigned kDatabaseLimit = 4000;

constexpr int kScratch = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

}  // namespace

bool is_compatible(const Xapian::Database& database) {
  return database.get_metadata(std::string(kAnalyserKey)) == kAnalyserName &&
         database.get_metadata(std::string(kFormatKey)) == kFormat;
}

Shard open_shard(const std::filesystem::path& folder) {
  Shard shard;
  shard.database = Xapian::Database(folder.string());
  if (!is_compatible(shard.database)) {
    throw Failure(
        folder.string() + ": 索引由另一版本编制 / the index was made by another version",
        "运行 guidang index HOME（或 guidang run HOME）即重编 / guidang index HOME (or guidang "
        "run HOME) makes it anew");
  }
  shard.texts = std::make_shared<const TextFiles>(folder);
  return shard;
}

Xapian::WritableDatabase create_database(const std::filesystem::path& folder) {
  Xapian::WritableDatabase database(folder.string(), kScratch);
  database.set_metadata(std::string(kAnalyserKey), std::string(kAnalyserName));
  database.set_metadata(std::string(kFormatKey), std::string(kFormat));
  return database;
}

ShardBuilder::ShardBuilder(std::filesystem::path work, const std::filesystem::path& folder,
                           std::uint32_t file)
    : work_(std::move(work)), texts_(folder, file) {}

void ShardBuilder::add(const IndexRecord& record, const RecordDigest& digest) {
  if (in_database_ == 0) {
    done_.push_back(work_.string() + "-" + std::to_string(done_.size()));
    database_ = create_database(done_.back());
  }
  const std::string body = body_of(record);
  database_.add_document(make_document(record, body, digest, texts_.add(record, body)));
  ++in_database_;
  if (in_database_ % kFlushEvery == 0) database_.commit();
  if (in_database_ == kDatabaseLimit) {
    database_.close();
    in_database_ = 0;
  }
}

std::vector<std::filesystem::path> ShardBuilder::finish() {
  if (in_database_ > 0) database_.close();
  in_database_ = 0;
  texts_.finish();
  return done_;
}

}  // namespace guidang::index
