// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/routes.h"

#include "index/web/assets.h"
#include "index/web/home_page.h"
#include "index/web/search_page.h"

namespace guidang::web {

std::vector<Route> all_routes() {
  std::vector<Route> routes{{"/", home_page}, {"/search", search_page}, {"/health", health}};
  const std::span<const Route> assets = asset_routes();
  routes.insert(routes.end(), assets.begin(), assets.end());
  return routes;
}

}  // namespace guidang::web
