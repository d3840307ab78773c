// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/known_records.h"

#include <xapian.h>

#include <algorithm>
#include <stdexcept>

#include "index/schema.h"
#include "index/shard.h"
#include "pipeline/failure.h"

namespace guidang::index {

KnownRecords KnownRecords::of_generation(const std::filesystem::path& generation, bool wasteful) {
  KnownRecords known;
  std::uint64_t live = 0;
  std::uint64_t size = 0;
  try {
    for (const Access access : kAllAccess) {
      const Shard shard = open_shard(generation / to_text(access));
      const Xapian::Database& database = shard.database;
      auto content = database.valuestream_begin(slot::kDigest);
      auto place = database.valuestream_begin(slot::kText);
      for (auto key = database.valuestream_begin(slot::kRecord);
           key != database.valuestream_end(slot::kRecord); ++key, ++content, ++place) {
        Entry entry;
        entry.key = digest(*key);
        const std::string bytes = *content;
        if (bytes.size() != entry.content.bytes.size()) return {};
        std::copy(bytes.begin(), bytes.end(), entry.content.bytes.begin());
        entry.access = access;
        live += TextPlace::from_value(*place).size;
        known.entries_.push_back(entry);
      }
      size += shard.texts->size();
    }
    if (!wasteful && size > 2 * live) return {};
  } catch (const Xapian::Error&) {
    return {};
  } catch (const Failure&) {
    return {};
  }
  known.usable_ = true;
  std::sort(known.entries_.begin(), known.entries_.end(),
            [](const Entry& a, const Entry& b) { return a.key < b.key; });
  return known;
}

const KnownRecords::Entry* KnownRecords::find(const RecordDigest& key) const {
  const auto found =
      std::lower_bound(entries_.begin(), entries_.end(), key,
                       [](const Entry& e, const RecordDigest& k) { return e.key < k; });
  return found != entries_.end() && found->key == key ? &*found : nullptr;
}

KnownRecords::Answer KnownRecords::visit(const IndexRecord& record, const RecordDigest& digest_) {
  const RecordDigest key = digest(record.record);
  Entry* entry = const_cast<Entry*>(find(key));
  const bool again = entry != nullptr ? entry->visited : !strangers_.insert(key).second;
  if (again) throw std::logic_error("record '" + record.record + "' was added to the index twice");
  if (entry == nullptr) return Answer::fresh;
  entry->visited = true;
  entry->kept = entry->content == digest_;
  entry->stays = entry->access == record.access;
  return entry->kept ? Answer::unchanged : Answer::fresh;
}

void KnownRecords::drop(std::string_view record) {
  Entry* entry = const_cast<Entry*>(find(digest(record)));
  if (entry != nullptr) entry->visited = true;
}

void KnownRecords::keep_others() {
  for (Entry& entry : entries_) {
    if (entry.visited) continue;
    entry.visited = entry.kept = entry.stays = true;
  }
}

std::size_t KnownRecords::outdated(Access access) const {
  return static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(),
                    [&](const Entry& e) { return e.access == access && !e.kept; }));
}

std::size_t KnownRecords::kept(Access access) const {
  return static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(),
                    [&](const Entry& e) { return e.access == access && e.kept; }));
}

bool KnownRecords::is_outdated(std::string_view record) const {
  const Entry* entry = find(digest(record));
  return entry == nullptr || !entry->kept;
}

bool KnownRecords::has_left(std::string_view record) const {
  const Entry* entry = find(digest(record));
  return entry == nullptr || !entry->stays;
}

std::size_t KnownRecords::left(Access access) const {
  return static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(),
                    [&](const Entry& e) { return e.access == access && !e.stays; }));
}

}  // namespace guidang::index
