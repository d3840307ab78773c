// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/index/index_keeper.h"

#include <algorithm>
#include <array>
#include <optional>

#include "index/generation.h"
#include "index/reader.h"
#include "pipeline/register/views.h"
#include "stages/index/behind.h"
#include "stages/index/index_record.h"
#include "stages/index/make_index.h"

namespace guidang {
namespace {

/// Of what counts after the seal, that by which an item goes from one class to another.
constexpr std::array<std::string_view, 3> kMoving{"opening", "control", "withdraw"};

/// In an index that this version cannot read nothing is found.
bool found_by_strangers(const std::filesystem::path& folder, const RecordId& item) {
  if (!index::is_readable(folder)) return false;
  return index::Reader(folder, std::array{index::Access::open}).holds(item);
}

}  // namespace

RecordId IndexKeeper::item_of(const RecordId& record) {
  return RecordReader(home_.registry()).item_of(record).value_or(record);
}

void IndexKeeper::about_to_decide(const RecordId& record, std::string_view field,
                                  std::string_view value) {
  if (std::find(kMoving.begin(), kMoving.end(), field) == kMoving.end()) return;
  const RecordId item = item_of(record);
  const std::filesystem::path folder = home_.index();
  items_.insert(item);
  if (!index::current_generation(folder)) return;
  mark_behind(folder);
  const bool can_only_open = field == "opening" ? value == "open" : value.empty();
  if (can_only_open || !found_by_strangers(folder, item)) return;
  index::GenerationWriter writer(folder, {.jobs = 1, .keep_others = true});
  if (auto closed = read_index_record(home_, item)) {
    closed->access = index::Access::staff;
    writer.add(std::move(*closed));
  } else {
    writer.remove(item);
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
