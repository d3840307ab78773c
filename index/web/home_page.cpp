// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/home_page.h"

#include <algorithm>
#include <string>

#include "index/search.h"
#include "index/web/page.h"
#include "index/web/url.h"

namespace guidang::web {
namespace {

using index::Facet;

const index::FacetCounts* counts_of(const index::Results& results, Facet facet) {
  for (const index::FacetCounts& counts : results.facets) {
    if (counts.facet == facet) return &counts;
  }
  return nullptr;
}

void write_fonds(xml::Writer& model, const Context& context, const index::Results& results) {
  const index::FacetCounts* const counts = counts_of(results, Facet::fonds);
  for (const SiteHome& home : context.site.homes) {
    std::size_t count = 0;
    for (const index::FacetValue& value : counts->values) {
      if (value.value == home.fonds) count = value.count;
    }
    model.open("fonds")
        .attribute("code", home.fonds)
        .attribute("name", home.name)
        .attribute("count", std::to_string(count))
        .attribute("href", context.href(path_of({"browse", home.fonds})))
        .close();
  }
}

/// As a chart: heights are parts of a hundred of the highest.
void write_years(xml::Writer& model, const Context& context, const index::Results& results) {
  std::vector<index::FacetValue> years;
  std::size_t most = 1;
  for (const index::FacetValue& value : counts_of(results, Facet::year)->values) {
    if (value.value.empty() || value.count == 0) continue;
    years.push_back(value);
    most = std::max(most, value.count);
  }
  std::reverse(years.begin(), years.end());
  for (const index::FacetValue& year : years) {
    const std::size_t height = std::max<std::size_t>(year.count * 100 / most, 1);
    model.open("year")
        .attribute("value", year.value)
        .attribute("count", std::to_string(year.count))
        .attribute("height", std::to_string(height))
        .attribute("href", context.href("/search", Parameters().add("year", year.value)))
        .close();
  }
}

/// Queries to begin with, made of what is there, so that each finds something.
void write_tries(xml::Writer& model, const Context& context, const index::Results& results) {
  struct Try {
    Facet facet = Facet::year;
    std::string_view field{};
  };
  for (const Try& example :
       {Try{Facet::doctype, "文种:"}, Try{Facet::creator, "机关:"}, Try{Facet::year, "年度:"}}) {
    for (const index::FacetValue& value : counts_of(results, example.facet)->values) {
      if (value.value.empty() || value.value.find_first_of(" \"") != std::string::npos) continue;
      const std::string q = std::string(example.field) + value.value;
      model.open("try")
          .attribute("href", context.href("/search", Parameters().add("q", q)))
          .text(q)
          .close();
      break;
    }
  }
}

}  // namespace

Response home_page(const Context& context) {
  // Every record, counted only.
  const index::Query all{.root = {.kind = index::QueryNode::Kind::all_of}};
  const index::Results results =
      index::search(context.readers(), all,
                    {.limit = 0,
                     .facets = {Facet::year, Facet::fonds, Facet::doctype, Facet::creator},
                     .loosen = false});
  Page page(context, "home");
  xml::Writer& model = page.model();
  model.attribute("total", std::to_string(results.total));
  write_fonds(model, context, results);
  write_years(model, context, results);
  write_tries(model, context, results);
  return page.render();
}

Response health(const Context& context) {
  static_cast<void>(context.readers());
  return {.type = "text/plain; charset=utf-8", .body = "ok\n"};
}

}  // namespace guidang::web
