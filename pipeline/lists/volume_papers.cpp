// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/volume_papers.h"

#include "pipeline/lists/volumes.h"

namespace guidang::lists {
namespace {

forms::Values sheet_values(const PaperYear& year, const Volume& volume, const CodeReader& codes) {
  forms::Values values = year.head(volume.holds.provisional);
  put_volume(volume, codes, values);
  return values;
}

/// The head of a volume's list, from its first item.
forms::Values first_values(const PaperYear& year, const ListRow& row, const CodeReader& codes) {
  Volume volume;
  volume.add(row);
  volume.last_page = 0;
  forms::Values values = sheet_values(year, volume, codes);
  for (const char* unknown_yet : {"table_count", "total_pages", "unknown_pages", "first", "last"}) {
    values.erase(unknown_yet);
  }
  return values;
}

}  // namespace

void print_volume_cover(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  forms::Book& book = binder.open();
  for_each_volume(year,
                  [&](const Volume& volume) { book.sheet(sheet_values(year, volume, codes)); });
}

void print_volume_spine(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  forms::Book& book = binder.open();
  book.sheet(year.head());
  for_each_volume(year, [&](const Volume& volume) { book.row(sheet_values(year, volume, codes)); });
}

void print_volume_items(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  forms::Book& book = binder.open();
  std::uint64_t number = 0;
  for_each_volume_row(
      year,
      [&](const ListRow& row) {
        book.sheet(first_values(year, row, codes));
        number = 0;
      },
      [&](const ListRow& row, const std::string& page) {
        forms::Values values{{"no", std::to_string(++number)}, {"page_range", page}};
        put_item(row, year.office().settings.volume_dates, values);
        book.row(values);
      });
}

void print_volume_note(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  const auto changed = number_remarks(year);
  forms::Book& book = binder.open();
  for_each_volume(year, [&](const Volume& volume) {
    forms::Values values = sheet_values(year, volume, codes);
    NoteSheet notes = volume.notes;
    const auto [from, to] = changed.equal_range(volume.code);
    for (auto one = from; one != to; ++one) {
      notes.add(one->second.remark.kind, one->second.remark.text);
    }
    notes.put(year.office().settings, values);
    book.sheet(values);
  });
}

void print_volumes(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  forms::Book& book = binder.open();
  std::string series;
  std::string period;
  bool begun = false;
  for_each_volume(year, [&](const Volume& volume) {
    forms::Values values = sheet_values(year, volume, codes);
    if (!begun || series != volume.series || period != volume.holds.period) {
      forms::Values sheet = year.head();
      for (const char* name : {"directory", "organ", "category", "period"}) {
        sheet[name] = values[name];
      }
      book.sheet(sheet);
      series = volume.series;
      period = volume.holds.period;
      begun = true;
    }
    book.row(values);
  });
}

}  // namespace guidang::lists
