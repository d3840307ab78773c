// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/joined.h"

#include "index/document.h"
#include "index/opened.h"
#include "index/schema.h"
#include "pipeline/failure.h"

namespace guidang::index {

RecordText Joined::text(const Place& place, const Xapian::Document& document) const {
  return shards[place.shard]->texts->at(TextPlace::from_value(document.get_value(slot::kText)));
}

Joined join(std::span<const Reader* const> readers) {
  Joined joined;
  for (std::size_t home = 0; home < readers.size(); ++home) {
    for (const Shard& shard : readers[home]->opened().shards) {
      if (!joined.texts->emplace(shard.database.get_uuid(), shard.texts).second) {
        throw Failure(
            "同一索引(或其副本)打开了两次 / the same index, or a copy of it, is opened twice",
            "每个全宗库只列一次 / name each home once");
      }
      joined.database.add_database(shard.database);
      joined.shards.push_back(&shard);
      joined.home_of_shard.push_back(home);
    }
  }
  return joined;
}

std::optional<Place> find_place(const Joined& joined, std::size_t home, std::string_view record) {
  const std::string term = record_term(record);
  for (std::uint32_t shard = 0; shard < joined.shards.size(); ++shard) {
    if (joined.home_of_shard[shard] != home) continue;
    const Xapian::Database& database = joined.shards[shard]->database;
    const auto found = database.postlist_begin(term);
    if (found != database.postlist_end(term)) return Place{shard, *found};
  }
  return std::nullopt;
}

}  // namespace guidang::index
