// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/merge.h"

#include <xapian.h>

#include <algorithm>

#include "index/disk.h"
#include "index/schema.h"
#include "index/shard.h"

namespace guidang::index {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kTextFiles = "text-";

void delete_outdated(Xapian::WritableDatabase& database, const KnownRecords& known) {
  std::vector<Xapian::docid> gone;
  for (auto key = database.valuestream_begin(slot::kRecord);
       key != database.valuestream_end(slot::kRecord); ++key) {
    if (known.is_outdated(*key)) gone.push_back(key.get_docid());
  }
  for (const Xapian::docid id : gone) database.delete_document(id);
}

void share_texts(const fs::path& from, const fs::path& to) {
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path name = entry.path().filename();
    if (name.string().starts_with(kTextFiles)) share_file(entry.path(), to / name);
  }
}

/// Where the texts lie of records that are no longer in this class.
std::vector<TextPlace> places_left(const Xapian::Database& database, const KnownRecords& known) {
  std::vector<TextPlace> places;
  auto place = database.valuestream_begin(slot::kText);
  for (auto key = database.valuestream_begin(slot::kRecord);
       key != database.valuestream_end(slot::kRecord); ++key, ++place) {
    if (known.has_left(*key)) places.push_back(TextPlace::from_value(*place));
  }
  return places;
}

/// Xapian keeps the least and the greatest value of a slot even when their document is deleted, and
/// carries them through a merge.
bool has_stale_bounds(const Xapian::Database& database) {
  for (unsigned number = slot::kRecord; number <= slot::kDigest; ++number) {
    auto value = database.valuestream_begin(number);
    const auto end = database.valuestream_end(number);
    if (value == end) {
      if (!database.get_value_upper_bound(number).empty()) return true;
      continue;
    }
    std::string least = *value;
    std::string greatest = least;
    for (++value; value != end; ++value) {
      least = std::min(least, *value);
      greatest = std::max(greatest, *value);
    }
    if (least != database.get_value_lower_bound(number) ||
        greatest != database.get_value_upper_bound(number)) {
      return true;
    }
  }
  return false;
}

/// The same documents, put one by one into a new database.
void rewrite(const Xapian::Database& from, const fs::path& to) {
  constexpr unsigned kFlushEvery = 60;
  Xapian::WritableDatabase database = create_database(to);
  unsigned count = 0;
  for (auto id = from.postlist_begin(""); id != from.postlist_end(""); ++id) {
    database.add_document(from.get_document(*id));
    if (++count % kFlushEvery == 0) database.commit();
  }
  database.commit();
}

/// Few documents are added one by one, for merging rewrites the whole database.
bool are_few(std::size_t added, std::size_t kept) {
  return added <= std::max<std::size_t>(16, kept / 20);
}

}  // namespace

void merge_class(const fs::path& base, const KnownRecords& known, Access access,
                 const std::vector<fs::path>& added, const fs::path& work, const fs::path& target) {
  const std::size_t kept = known.kept(access);
  if (kept > 0) share_texts(base, target);

  Xapian::Database fresh;
  for (const fs::path& one : added) fresh.add_database(Xapian::Database(one.string()));
  if (kept == 0) {
    if (added.empty()) {
      create_database(target).commit();
    } else {
      fresh.compact(target.string(), Xapian::DBCOMPACT_MULTIPASS);
    }
    return;
  }
  if (added.empty() && known.outdated(access) == 0) {
    for (const auto& entry : fs::directory_iterator(base)) {
      const fs::path name = entry.path().filename();
      if (!name.string().starts_with(kTextFiles)) share_file(entry.path(), target / name);
    }
    return;
  }

  // A record that left (closed, withdrawn) must leave no bytes: neither its text nor what a deleted
  // document leaves in a table until the table is rewritten.
  const bool purge = known.left(access) > 0;
  if (purge) blank_texts(target, places_left(Xapian::Database(base.string()), known));
  const bool few = !purge && are_few(fresh.get_doccount(), kept);
  const fs::path copy = few ? target : work;
  copy_files(base, copy, kTextFiles);
  Xapian::WritableDatabase carried(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  delete_outdated(carried, known);
  if (few) {
    for (auto id = fresh.postlist_begin(""); id != fresh.postlist_end(""); ++id) {
      carried.add_document(fresh.get_document(*id));
    }
  }
  carried.close();
  if (few) return;
  Xapian::Database all(copy.string());
  if (purge && has_stale_bounds(all)) {
    const fs::path clean = work.string() + "-rewritten";
    rewrite(all, clean);
    all = Xapian::Database(clean.string());
  }
  for (const fs::path& one : added) all.add_database(Xapian::Database(one.string()));
  all.compact(target.string(), Xapian::DBCOMPACT_MULTIPASS);
}

}  // namespace guidang::index
