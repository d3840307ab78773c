// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/routes.h"

#include "index/web/home_page.h"
#include "index/web/search_page.h"

namespace guidang::web {

std::vector<Route> all_routes() {
  return {{"/", home_page},
          {"/search", search_page},
          {"/health", health}};
}

}  // namespace guidang::web
