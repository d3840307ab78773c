// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/lists/statement.h"
#include "pipeline/lists/volume_papers.h"
#include "pipeline/lists/volumes.h"

namespace guidang::lists {
namespace {

/// What one book holds: the volumes of one directory (目录号) and one period.
struct BookOf {
  std::string series{};
  std::string period{};
  std::string directory{};
  Statement statement{};

  [[nodiscard]] bool has(const std::string& other_series, const std::string& other_period) const {
    return series == other_series && period == other_period;
  }
};

std::vector<BookOf> books_of(const PaperYear& year, const CodeReader& codes) {
  std::vector<BookOf> books;
  for_each_volume(year, [&](const Volume& volume) {
    const auto same = [&](const BookOf& book) {
      return book.has(volume.series, volume.holds.period);
    };
    auto book = std::find_if(books.begin(), books.end(), same);
    if (book == books.end()) {
      const auto parts = codes.read(volume.code, true);
      books.push_back({.series = volume.series,
                       .period = volume.holds.period,
                       .directory = parts ? parts->directory : std::string()});
      book = books.end() - 1;
    }
    book->statement.add(volume);
  });
  return books;
}

void print_book(const PaperYear& year, const BookOf& of, const CodeReader& codes, Binder& binder,
                forms::Book& book) {
  const forms::Form& statement = binder.form(0);
  const forms::Form& volumes = binder.form(1);
  const forms::Form& items = binder.form(2);
  forms::Values head = year.head(of.statement.draft());
  head["directory"] = of.directory;
  head["period"] = of.period;

  forms::Values about = head;
  of.statement.put(year, about);
  book.sheet(statement, about);

  book.sheet(volumes, head);
  for_each_volume(year, [&](const Volume& volume) {
    if (!of.has(volume.series, volume.holds.period)) return;
    forms::Values values;
    put_volume(volume, codes, values);
    book.row(values);
  });

  std::uint64_t number = 0;
  bool ours = false;
  for_each_volume_row(
      year,
      [&](const ListRow& row) {
        ours = of.has(row.volume_series, row.period);
        if (!ours) return;
        forms::Values values = head;
        values["volume"] = std::to_string(row.volume_number);
        values["volume_code"] = row.series;
        values["volume_title"] = row.volume_title;
        book.sheet(items, values);
        number = 0;
      },
      [&](const ListRow& row, const std::string& page) {
        if (!of.has(row.volume_series, row.period)) return;
        forms::Values values{{"no", std::to_string(++number)}, {"page_range", page}};
        put_item(row, year.office().settings.volume_dates, values);
        book.row(values);
      });
}

}  // namespace

void print_full_index(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  for (const BookOf& of : books_of(year, codes)) {
    std::string suffix = of.period.empty() ? std::string("期限不明") : of.period;
    if (!of.directory.empty()) suffix = "目录" + of.directory + "-" + suffix;
    print_book(year, of, codes, binder, binder.open(suffix));
  }
}

}  // namespace guidang::lists
