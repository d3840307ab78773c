// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/home_page.h"

#include "index/search.h"
#include "index/web/page.h"
#include "index/web/url.h"

namespace guidang::web {

Response home_page(const Context& context) {
  // Every record, counted only.
  const index::Query all{.root = {.kind = index::QueryNode::Kind::all_of}};
  const index::Results results = index::search(
      context.readers(), all,
      {.limit = 0, .facets = {index::Facet::year, index::Facet::fonds}, .loosen = false});
  Page page(context, "home");
  xml::Writer& model = page.model();
  model.attribute("total", std::to_string(results.total));
  for (const SiteHome& home : context.site.homes) {
    model.open("fonds")
        .attribute("code", home.fonds)
        .attribute("name", home.name)
        .attribute("href", context.href(path_of({"browse", home.fonds})))
        .close();
  }
  for (const index::FacetCounts& counts : results.facets) {
    if (counts.facet != index::Facet::year) continue;
    for (const index::FacetValue& value : counts.values) {
      if (value.value.empty()) continue;
      model.open("year")
          .attribute("value", value.value)
          .attribute("count", std::to_string(value.count))
          .attribute("href", context.href("/search", Parameters().add("year", value.value)))
          .close();
    }
  }
  return page.render();
}

Response health(const Context& context) {
  static_cast<void>(context.readers());
  return {.type = "text/plain; charset=utf-8", .body = "ok\n"};
}

}  // namespace guidang::web
