// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/search_page.h"

#include "index/search.h"
#include "index/web/page.h"
#include "index/web/url.h"

namespace guidang::web {

Response search_page(const Context& context) {
  const std::string q(context.request.parameters.get("q"));
  const auto parsed = index::parse_query(q);
  Page page(context, "search");
  page.box(q);
  if (const auto* query = std::get_if<index::Query>(&parsed)) {
    const index::Results results = index::search(context.readers(), *query);
    page.model().attribute("total", std::to_string(results.total));
    for (const index::Hit& hit : results.hits) {
      page.model().open("hit").open("title");
      write_marked(page.model(), hit.title, hit.title_marks);
      page.model().close().close();
    }
  }
  return page.render();
}

}  // namespace guidang::web
