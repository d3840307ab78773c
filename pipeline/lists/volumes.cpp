// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/volumes.h"

#include <algorithm>
#include <optional>

namespace guidang::lists {
namespace {

std::string page_range(const ListRow& row, bool last) {
  if (row.first_page == 0) return {};
  std::string text = std::to_string(row.first_page);
  if (last && row.last_page > row.first_page) text += "—" + std::to_string(row.last_page);
  return text;
}

}  // namespace

void Volume::add(const ListRow& row) {
  if (holds.count == 0) {
    id = row.volume;
    series = row.volume_series;
    code = row.series;
    number = row.volume_number;
    title = row.volume_title;
    first_page = row.first_page;
  }
  holds.add(row);
  notes.add(row);
  last_page = std::max(last_page, row.last_page);
}

void for_each_volume(const PaperYear& year, const std::function<void(const Volume&)>& visit) {
  std::optional<Volume> open;
  for_each_row(year, [&](const ListRow& row) {
    if (row.volume.empty()) return;
    if (open && open->id != row.volume) {
      visit(*open);
      open.reset();
    }
    if (!open) open.emplace();
    open->add(row);
  });
  if (open) visit(*open);
}

void put_volume(const Volume& volume, const CodeReader& codes, forms::Values& values) {
  volume.holds.put(values);
  values["volume_code"] = volume.code;
  values["volume"] = volume.number > 0 ? std::to_string(volume.number) : "";
  values["volume_title"] = volume.title;
  values["provisional"] = volume.holds.provisional ? "预编" : "";
  if (volume.last_page > 0) {
    values["total_pages"] = std::to_string(volume.last_page);
    values.erase("unknown_pages");
  }
  if (const auto parts = codes.read(volume.code, true)) {
    values["directory"] = parts->directory;
    values["organ"] = parts->organ;
    values["category"] = parts->category;
  }
}

void for_each_volume_row(const PaperYear& year, const std::function<void(const ListRow&)>& sheet,
                         const std::function<void(const ListRow&, const std::string&)>& line) {
  std::optional<ListRow> before;
  for_each_row(year, [&](const ListRow& row) {
    if (row.volume.empty()) return;
    const bool other = !before || before->volume != row.volume;
    if (before) line(*before, page_range(*before, other));
    if (other) sheet(row);
    before = row;
  });
  if (before) line(*before, page_range(*before, true));
}

}  // namespace guidang::lists
