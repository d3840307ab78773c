// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/browse.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "index/web/browse_model.h"
#include "index/web/browse_view.h"
#include "index/web/page.h"

namespace guidang::web {
namespace {

bool is_year(std::string_view text) {
  return text == kNoYear || (text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) {
                               return c >= '0' && c <= '9';
                             }));
}

Response all_fonds(const Context& context) {
  Page page(context, "browse");
  write_shelves(page.model(), context, read_shelves(context));
  return page.render();
}

Response one_fonds(const Context& context) {
  const auto shelf = read_shelf(context, context.request.segments.at(1));
  if (!shelf) return not_found(context);
  Page page(context, "browse");
  write_years(page.model(), context, *shelf);
  return page.render();
}

ListAsked asked_of(const Context& context) {
  const Parameters& parameters = context.request.parameters;
  const std::string& year = context.request.segments.at(2);
  ListAsked asked{.fonds = context.request.segments.at(1), .year = year == kNoYear ? "" : year};
  if (const auto chosen = parameters.all("retention"); !chosen.empty()) {
    asked.retention = chosen.front();
  }
  const std::string_view page = parameters.get("page");
  std::from_chars(page.data(), page.data() + page.size(), asked.page);
  constexpr std::size_t kPrintedRows = 2'000;
  if (parameters.get("view") == "print") asked.per_page = kPrintedRows;
  return asked;
}

Response list(const Context& context, const ListAsked& asked) {
  const auto shelf = read_shelf(context, asked.fonds);
  if (!shelf || !is_year(context.request.segments.at(2))) return not_found(context);
  const YearList year = read_year(context, asked);
  // A year that holds nothing for this visitor is not there.
  if (year.total == 0) return not_found(context);
  Page page(context, "browse");
  write_list(page.model(), context, *shelf, asked, year);
  return page.render();
}

Response one_year(const Context& context) { return list(context, asked_of(context)); }

Response one_volume(const Context& context) {
  ListAsked asked = asked_of(context);
  const std::string& volume = context.request.segments.at(3);
  asked.volume = volume == kNoVolume ? "" : volume;
  return list(context, asked);
}

}  // namespace

std::vector<Route> browse_routes() {
  return {{"/browse", all_fonds},
          {"/browse/*", one_fonds},
          {"/browse/*/*", one_year},
          {"/browse/*/*/*", one_volume}};
}

}  // namespace guidang::web
