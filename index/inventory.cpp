// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/inventory.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "index/opened.h"
#include "index/reader.h"
#include "index/schema.h"
#include "index/xapian_edge.h"

namespace guidang::index {
namespace {

struct Entry {
  std::string record{};
  std::string content{};
  TextPlace place{};
  Access access = Access::staff;
  bool compared = false;
};

bool by_record(const Entry& a, const Entry& b) { return a.record < b.record; }

}  // namespace

struct Inventory::Held {
  explicit Held(const std::filesystem::path& folder) : reader(folder, kAllAccess) {
    const Reader::Opened& opened = reader.opened();
    for (std::size_t i = 0; i < opened.shards.size(); ++i) {
      const Xapian::Database& database = opened.shards[i].database;
      auto content = database.valuestream_begin(slot::kDigest);
      auto place = database.valuestream_begin(slot::kText);
      for (auto key = database.valuestream_begin(slot::kRecord);
           key != database.valuestream_end(slot::kRecord); ++key, ++content, ++place) {
        entries.push_back({.record = *key,
                           .content = *content,
                           .place = TextPlace::from_value(*place),
                           .access = opened.classes[i]});
      }
    }
    std::stable_sort(entries.begin(), entries.end(), by_record);
  }

  [[nodiscard]] bool same(const Entry& entry, const IndexRecord& record) const {
    const RecordDigest wanted = digest(record);
    const auto same_byte = [](unsigned char a, char b) {
      return a == static_cast<unsigned char>(b);
    };
    if (!std::equal(wanted.bytes.begin(), wanted.bytes.end(), entry.content.begin(),
                    entry.content.end(), same_byte)) {
      return false;
    }
    const std::size_t shard = static_cast<std::size_t>(
        std::find(reader.classes().begin(), reader.classes().end(), entry.access) -
        reader.classes().begin());
    const RecordText text = reader.opened().shards[shard].texts->at(entry.place);
    return text[Part::title] == record.title && text[Part::body] == body_of(record);
  }

  Reader reader;
  std::vector<Entry> entries{};
};

Inventory::Inventory(const std::filesystem::path& index_folder)
    : held_(at_the_edge(index_folder.string(),
                        [&] { return std::make_unique<Held>(index_folder); })) {}

Inventory::~Inventory() = default;

Compared Inventory::compare(const IndexRecord& record) {
  const auto found = std::lower_bound(held_->entries.begin(), held_->entries.end(),
                                      Entry{.record = record.record}, by_record);
  if (found == held_->entries.end() || found->record != record.record) return Compared::missing;
  if (found->compared) throw std::logic_error("record '" + record.record + "' compared twice");
  found->compared = true;
  if (found->access != record.access) {
    return found->access == Access::open ? Compared::too_open : Compared::too_closed;
  }
  return held_->same(*found, record) ? Compared::equal : Compared::other;
}

void Inventory::for_each_extra(const std::function<void(const std::string&)>& visit) const {
  for (const Entry& entry : held_->entries) {
    if (!entry.compared) visit(entry.record);
  }
}

}  // namespace guidang::index
