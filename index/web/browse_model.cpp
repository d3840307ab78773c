// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/browse_model.h"

#include <algorithm>

#include "index/web/record_links.h"
#include "index/web/url.h"

namespace guidang::web {
namespace {

constexpr std::size_t kPagesBeside = 3;

std::string digits(std::size_t number) { return std::to_string(number); }
std::string_view yes_no(bool value) { return value ? "yes" : "no"; }
std::string year_segment(const std::string& year) {
  return year.empty() ? std::string(kNoYear) : year;
}
std::string volume_segment(const std::string& volume) {
  return volume.empty() ? std::string(kNoVolume) : volume;
}

/// First and last year of a fonds; "" without any.
void write_span(xml::Writer& writer, const Shelf& shelf) {
  std::vector<std::string> years;
  for (const Count& year : shelf.years) {
    if (!year.value.empty() && year.count > 0) years.push_back(year.value);
  }
  if (years.empty()) return;
  writer.attribute("first", years.front()).attribute("last", years.back());
}

void write_shelf(xml::Writer& writer, const Context& context, const Shelf& shelf) {
  writer.attribute("fonds", shelf.fonds)
      .attribute("name", shelf.name)
      .attribute("count", digits(shelf.count))
      .attribute("href", context.href(path_of({"browse", shelf.fonds})));
  write_span(writer, shelf);
}

/// The list itself as a search: to search inside it, and to take it away.
void write_links(xml::Writer& writer, const Context& context, const ListAsked& asked) {
  Parameters search;
  if (asked.volume && !asked.volume->empty()) search.set("q", "案卷:\"" + *asked.volume + "\"");
  search.set("fonds", asked.fonds);
  search.add("year", asked.year);
  if (asked.retention) search.add("retention", *asked.retention);
  search.set("sort", "code");
  writer.attribute("search", context.href("/search", search));
  if (asked.volume && asked.volume->empty()) return;  // no query says "in no volume"
  writer.attribute("csv", context.href("/search.csv", search))
      .attribute("json", context.href("/search.json", search));
}

struct Addresses {
  const Context& context;
  std::string base{};
  Parameters keep{};

  [[nodiscard]] std::string page(std::size_t number) const {
    Parameters parameters = keep;
    if (number > 1) parameters.set("page", digits(number));
    return context.href(base, parameters);
  }
};

void write_pager(xml::Writer& writer, const Addresses& addresses, const YearList& list) {
  if (list.pages < 2) return;
  writer.open("pager");
  if (list.page > 1) writer.attribute("before", addresses.page(list.page - 1));
  if (list.page < list.pages) writer.attribute("after", addresses.page(list.page + 1));
  std::size_t last = 0;
  for (std::size_t i = 1; i <= list.pages; ++i) {
    const bool near = i + kPagesBeside >= list.page && i <= list.page + kPagesBeside;
    if (i != 1 && i != list.pages && !near) continue;
    writer.open("page")
        .attribute("n", digits(i))
        .attribute("gap", yes_no(i > last + 1))
        .attribute("current", yes_no(i == list.page))
        .attribute("href", addresses.page(i))
        .close();
    last = i;
  }
  writer.close();
}

void write_rows(xml::Writer& writer, const Context& context, const YearList& list,
                std::size_t first) {
  for (const ListRow& row : list.rows) {
    writer.open("item")
        .attribute("n", digits(++first))
        .attribute("href", record_href(context, row.hit))
        .attribute("code", row.hit.code)
        .attribute("provisional", yes_no(row.hit.provisional && !row.hit.code.empty()))
        .attribute("number", row.hit.document_number)
        .attribute("creator", row.hit.creator)
        .attribute("date", row.hit.date)
        .attribute("retention", row.hit.retention)
        .attribute("volume", row.hit.volume);
    if (row.pages > 0) writer.attribute("pages", digits(row.pages));
    writer.text(row.hit.title).close();
  }
}

void write_volumes(xml::Writer& writer, const Context& context, const ListAsked& asked,
                   const YearList& list) {
  if (list.volumes.empty()) return;
  const auto href = [&](const std::string& volume) {
    return context.href(
        path_of({"browse", asked.fonds, year_segment(asked.year), volume_segment(volume)}));
  };
  writer.open("volumes");
  for (const VolumeRow& volume : list.volumes) {
    writer.open("volume")
        .attribute("code", volume.code)
        .attribute("count", digits(volume.count))
        .attribute("href", href(volume.code))
        .text(volume.title)
        .close();
  }
  if (list.outside_volumes > 0) {
    writer.open("outside")
        .attribute("count", digits(list.outside_volumes))
        .attribute("href", href({}))
        .close();
  }
  writer.close();
}

}  // namespace

void write_shelves(xml::Writer& writer, const Context& context, const std::vector<Shelf>& shelves) {
  writer.open("shelves");
  for (const Shelf& shelf : shelves) {
    writer.open("shelf");
    write_shelf(writer, context, shelf);
    writer.close();
  }
  writer.close();
}

void write_years(xml::Writer& writer, const Context& context, const Shelf& shelf) {
  writer.open("years");
  write_shelf(writer, context, shelf);
  writer.attribute("search", context.href("/search", Parameters().set("fonds", shelf.fonds)));
  std::size_t highest = 1;
  for (const Count& year : shelf.years) highest = std::max(highest, year.count);
  for (const Count& year : shelf.years) {
    if (year.count == 0) continue;
    // Whoever has one at all shows at least a line.
    const std::size_t height = std::max<std::size_t>(year.count * 100 / highest, 1);
    writer.open("year")
        .attribute("value", year.value)
        .attribute("count", digits(year.count))
        .attribute("top", digits(100 - height))
        .attribute("height", digits(height))
        .attribute("href", context.href(path_of({"browse", shelf.fonds, year_segment(year.value)})))
        .close();
  }
  writer.close();
}

void write_list(xml::Writer& writer, const Context& context, const Shelf& shelf,
                const ListAsked& asked, const YearList& list) {
  const std::vector<std::string> year_path{"browse", asked.fonds, year_segment(asked.year)};
  Addresses addresses{.context = context, .base = path_of(year_path)};
  writer.open("list");
  write_shelf(writer, context, shelf);
  writer.attribute("year", asked.year)
      .attribute("year-href", context.href(path_of(year_path)))
      .attribute("total", digits(list.total));
  if (asked.volume) {
    std::vector<std::string> path = year_path;
    path.push_back(volume_segment(*asked.volume));
    addresses.base = path_of(path);
    writer.attribute("volume", *asked.volume).attribute("outside", yes_no(asked.volume->empty()));
  }
  if (asked.retention) {
    addresses.keep.add("retention", *asked.retention);
    writer.attribute("retention", *asked.retention);
  }
  Parameters printed = addresses.keep;
  writer.attribute("print", context.href(addresses.base, printed.set("view", "print")));
  if (context.request.parameters.get("view") == "print") addresses.keep.set("view", "print");
  write_links(writer, context, asked);
  for (const Count& part : list.retentions) {
    Parameters parameters;
    parameters.add("retention", part.value);
    writer.open("part")
        .attribute("value", part.value)
        .attribute("count", digits(part.count))
        .attribute("current", yes_no(asked.retention == part.value))
        .attribute("href", context.href(path_of(year_path), parameters))
        .close();
  }
  // The volumes stand on the first page of the whole year only.
  if (!asked.volume && !asked.retention && list.page == 1) {
    write_volumes(writer, context, asked, list);
  }
  write_rows(writer, context, list, (list.page - 1) * asked.per_page);
  write_pager(writer, addresses, list);
  writer.close();
}

}  // namespace guidang::web
