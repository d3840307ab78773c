// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/filed_papers.h"

#include <map>

#include "pipeline/lists/item_values.h"

namespace guidang::lists {
namespace {

using SeriesTallies = std::map<std::string, Tally, std::less<>>;

SeriesTallies tallies_of(const PaperYear& year) {
  SeriesTallies tallies;
  for_each_row(year, [&](const ListRow& row) { tallies[row.series].add(row); });
  return tallies;
}

forms::Values series_values(const PaperYear& year, const std::string& series, const Tally& tally,
                            const CodeReader& codes) {
  forms::Values values = year.head(tally.provisional);
  // A series ends in the sign before the running number.
  values["series"] = series.substr(0, series.find_last_not_of('-') + 1);
  tally.put(values);
  if (const auto parts = codes.read(tally.first)) {
    values["organ"] = parts->organ;
    values["category"] = parts->category;
  }
  return values;
}

}  // namespace

void print_filed_list(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  const SeriesTallies tallies = tallies_of(year);
  forms::Book& book = binder.open();
  const std::string* series = nullptr;
  std::uint64_t number = 0;
  for_each_row(year, [&](const ListRow& row) {
    if (series == nullptr || *series != row.series) {
      const auto& [name, tally] = *tallies.find(row.series);
      book.sheet(series_values(year, name, tally, codes));
      series = &name;
      number = 0;
    }
    forms::Values values{{"no", std::to_string(++number)}};
    put_item(row, DateStyle::compact, values);
    book.row(values);
  });
}

void print_filed_cover(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  forms::Book& book = binder.open();
  for (const auto& [series, tally] : tallies_of(year)) {
    book.sheet(series_values(year, series, tally, codes));
  }
}

void print_stamps(const PaperYear& year, Binder& binder) {
  const CodeReader codes(year.office().profile);
  forms::Book& book = binder.open();
  book.sheet(year.head());
  for_each_row(year, [&](const ListRow& row) {
    forms::Values values{{"fonds_code", year.office().fonds_code},
                         {"year", std::to_string(row.year)}};
    put_item(row, DateStyle::compact, values);
    if (const auto parts = codes.read(row.code)) values["organ"] = parts->organ;
    book.row(values);
  });
}

void print_not_filed(const PaperYear& year, Binder& binder) {
  forms::Book& book = binder.open();
  book.sheet(year.head());
  std::uint64_t number = 0;
  for_each_row(year, [&](const ListRow& row) {
    forms::Values values{{"no", std::to_string(++number)}};
    put_item(row, DateStyle::compact, values);
    book.row(values);
  });
}

}  // namespace guidang::lists
