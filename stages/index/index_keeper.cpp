// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/index/index_keeper.h"

#include <algorithm>
#include <array>
#include <optional>

#include "index/generation.h"
#include "index/reader.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/views.h"
#include "stages/index/behind.h"
#include "stages/index/index_record.h"
#include "stages/index/make_index.h"

namespace guidang {
namespace {

/// Of what counts after the seal, that by which an item goes from one class to another.
constexpr std::array<std::string_view, 3> kMoving{"opening", "control", "withdraw"};

/// Of these items. In an index that this version cannot read nothing is found.
void keep_found_by_strangers(const std::filesystem::path& folder, std::set<RecordId>& items) {
  if (!index::is_readable(folder)) return items.clear();
  const index::Reader reader(folder, std::array{index::Access::open});
  std::erase_if(items, [&](const RecordId& item) { return !reader.holds(item); });
}

}  // namespace

RecordId IndexKeeper::item_of(const RecordId& record) {
  return RecordReader(home_.registry()).item_of(record).value_or(record);
}

void IndexKeeper::about_to_decide(std::span<const Ruling> rulings) {
  const std::filesystem::path folder = home_.index();
  std::set<RecordId> closing;
  for (const Ruling& ruling : rulings) {
    if (std::find(kMoving.begin(), kMoving.end(), ruling.field) == kMoving.end()) continue;
    const RecordId item = item_of(ruling.record);
    if (!Ledger(home_.registry()).sealed(item)) continue;
    items_.insert(item);
    const bool opens = ruling.field == "opening" ? ruling.value == "open" : ruling.value.empty();
    if (!opens) closing.insert(item);
  }
  if (items_.empty() || !index::current_generation(folder)) return;
  mark_behind(folder);
  keep_found_by_strangers(folder, closing);
  if (closing.empty()) return;
  index::GenerationWriter writer(folder, {.jobs = 1, .keep_others = true});
  for (const RecordId& item : closing) {
    if (auto record = read_index_record(home_, item)) {
      record->access = index::Access::staff;
      writer.add(std::move(*record));
    } else {
      writer.remove(item);
    }
  }
  writer.commit();
}

IndexKeeper::Followed IndexKeeper::follow() {
  Followed followed;
  if (items_.empty()) return followed;
  const std::filesystem::path folder = home_.index();
  followed.behind = !index::current_generation(folder);
  std::optional<index::GenerationWriter> writer;
  if (!followed.behind) {
    writer.emplace(folder, index::WriterOptions{.jobs = 1, .keep_others = true});
    if (!writer->carries_on()) writer.reset();
  }
  for (const RecordId& item : items_) {
    auto record = read_index_record(home_, item);
    if (!record) {
      ++followed.nowhere;
      if (writer) writer->remove(item);
      continue;
    }
    ++(record->access == index::Access::open ? followed.open : followed.staff);
    if (writer) writer->add(std::move(*record));
  }
  items_.clear();
  if (followed.behind) return followed;
  if (writer) {
    writer->commit();
    clear_behind(folder);
  } else {
    make_index(home_, {});
  }
  return followed;
}

}  // namespace guidang
