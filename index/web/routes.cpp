// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/routes.h"

#include "index/web/assets.h"
#include "index/web/browse.h"
#include "index/web/help_page.h"
#include "index/web/home_page.h"
#include "index/web/open_search.h"
#include "index/web/record.h"
#include "index/web/search_page.h"

namespace guidang::web {

std::vector<Route> all_routes() {
  std::vector<Route> routes{{"/", home_page},
                            {"/help", help_page},
                            {"/health", health},
                            {"/opensearch.xml", open_search}};
  const auto add = [&](const auto& more) { routes.insert(routes.end(), more.begin(), more.end()); };
  add(search_routes());
  add(record_routes());
  add(browse_routes());
  add(asset_routes());
  return routes;
}

}  // namespace guidang::web
