// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/merge.h"

#include <xapian.h>

#include <algorithm>

#include "index/bounds.h"
#include "index/disk.h"
#include "index/schema.h"
#include "index/shard.h"

namespace guidang::index {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kTextFiles = "text-";

/// Documents changed between two writes: Xapian keeps all changes in memory until then.
constexpr std::size_t kDeletesInMemory = 1000;
constexpr std::size_t kAddsInMemory = 60;

/// The documents that are to go, or those that are to stay.
std::vector<Xapian::docid> documents(const Xapian::Database& database, const KnownRecords& known,
                                     bool outdated) {
  std::vector<Xapian::docid> found;
  for (auto key = database.valuestream_begin(slot::kRecord);
       key != database.valuestream_end(slot::kRecord); ++key) {
    if (known.is_outdated(*key) == outdated) found.push_back(key.get_docid());
  }
  return found;
}

void delete_outdated(Xapian::WritableDatabase& database, const KnownRecords& known) {
  std::size_t changed = 0;
  for (const Xapian::docid id : documents(database, known, true)) {
    database.delete_document(id);
    if (++changed % kDeletesInMemory == 0) database.commit();
  }
}

/// What is kept, in a copy of the tables: the outdated deleted, or, when those are more, the kept
/// put one by one into new tables.
void carry_over(const fs::path& base, const KnownRecords& known, Access access, bool purge,
                const fs::path& copy) {
  if (known.kept(access) < known.outdated(access)) {
    const Xapian::Database before(base.string());
    Xapian::WritableDatabase carried = create_database(copy);
    std::size_t changed = 0;
    for (const Xapian::docid id : documents(before, known, false)) {
      carried.add_document(before.get_document(id));
      if (++changed % kAddsInMemory == 0) carried.commit();
    }
    carried.commit();
    return;
  }
  copy_files(base, copy, kTextFiles);
  Xapian::WritableDatabase carried(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  delete_outdated(carried, known);
  if (purge) renew_bounds(carried);
  carried.commit();
}

void share_texts(const fs::path& from, const fs::path& to) {
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path name = entry.path().filename();
    if (name.string().starts_with(kTextFiles)) share_file(entry.path(), to / name);
  }
}

/// Where the texts lie of the records that are kept.
std::vector<TextPlace> places_kept(const Xapian::Database& database, const KnownRecords& known) {
  std::vector<TextPlace> places;
  auto place = database.valuestream_begin(slot::kText);
  for (auto key = database.valuestream_begin(slot::kRecord);
       key != database.valuestream_end(slot::kRecord); ++key, ++place) {
    if (!known.is_outdated(*key)) places.push_back(TextPlace::from_value(*place));
  }
  return places;
}

/// Few documents are added one by one, for merging rewrites the whole database.
bool are_few(std::size_t added, std::size_t kept) {
  return added <= std::max<std::size_t>(16, kept / 20);
}

}  // namespace

void merge_class(const fs::path& base, const KnownRecords& known, Access access,
                 const std::vector<fs::path>& added, const fs::path& work, const fs::path& target) {
  const std::size_t kept = known.kept(access);
  // A record that left (closed, withdrawn) must leave no bytes: neither its texts, of now and of
  // before, nor what a deleted document leaves in a table until the table is rewritten.
  const bool purge = known.left(access) > 0;
  if (kept > 0) {
    purge ? copy_texts(base, places_kept(Xapian::Database(base.string()), known), target)
          : share_texts(base, target);
  }

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

  const bool few = !purge && are_few(fresh.get_doccount(), kept);
  const fs::path copy = few ? target : work;
  carry_over(base, known, access, purge, copy);
  if (few) {
    Xapian::WritableDatabase carried(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (auto id = fresh.postlist_begin(""); id != fresh.postlist_end(""); ++id) {
      carried.add_document(fresh.get_document(*id));
    }
    carried.commit();
    return;
  }
  Xapian::Database all(copy.string());
  for (const fs::path& one : added) all.add_database(Xapian::Database(one.string()));
  all.compact(target.string(), Xapian::DBCOMPACT_MULTIPASS);
}

}  // namespace guidang::index
