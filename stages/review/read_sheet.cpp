// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/read_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/tables/table_reader.h"
#include "pipeline/text/fold.h"
#include "stages/review/decidable.h"

namespace guidang::review {
namespace {

/// A title or a remark that somebody put above the headings.
constexpr std::size_t kTitleRows = 10;
constexpr std::array kNeeded{Column::key, Column::state, Column::decision};

using Places = std::array<std::optional<std::size_t>, kColumns>;

std::optional<std::size_t> column_called(std::string_view heading) {
  const std::string word = text::fold(heading);
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::string zh = text::fold(kSheetColumns[i].heading.zh);
    const std::string en = text::fold(kSheetColumns[i].heading.en);
    if (word == zh || word == en || word == zh + en || word == en + zh) return i;
  }
  return std::nullopt;
}

bool has(const Places& places, Column column) {
  return places[static_cast<std::size_t>(column)].has_value();
}

Places places_in(const std::filesystem::path& file, const tables::TableRow& row) {
  Places places;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto column = column_called(row.cells[i]);
    if (!column) continue;
    if (places[*column]) {
      refuse(fmt::format("{} 第 {} 行: 栏目“{}”有两处 / row {}: the heading is there twice",
                         file.string(), row.number, row.cells[i], row.number),
             "留下一处 / leave one");
    }
    places[*column] = i;
  }
  return places;
}

void require_headings(const std::filesystem::path& file, const Places& places) {
  for (const Column column : kNeeded) {
    if (has(places, column)) continue;
    const Both& heading = info_of(column).heading;
    refuse(fmt::format("{}: 没有栏目“{}” / there is no column '{}'", file.string(), heading.zh,
                       heading.en),
           "用 guidang review export 导出的表，行键、指纹、决定三栏必须保留 / use a table of "
           "guidang review export; its columns 行键, 指纹 and 决定 must stay");
  }
}

}  // namespace

Sheet read_sheet(const std::filesystem::path& file, Reader& reader) {
  Sheet sheet;
  Places places;
  bool headed = false;
  tables::read_table(file, reader, [&](const tables::TableRow& row) {
    if (!headed) {
      if (row.number > kTitleRows) return false;
      const Places seen = places_in(file, row);
      const auto known = std::count_if(seen.begin(), seen.end(), [](auto at) { return !!at; });
      if (known >= 2) {
        places = seen;
        headed = true;
      }
      return true;
    }
    SheetRow& taken = sheet.rows.emplace_back();
    taken.number = row.number;
    for (std::size_t i = 0; i < kColumns; ++i) {
      if (places[i] && *places[i] < row.cells.size()) taken.cells[i] = row.cells[*places[i]];
    }
    return true;
  });
  require_headings(file, places);
  for (std::size_t i = 0; i < kColumns; ++i) sheet.present[i] = places[i].has_value();
  return sheet;
}

}  // namespace guidang::review
