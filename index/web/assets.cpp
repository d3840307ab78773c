// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/assets.h"

#include <algorithm>
#include <array>
#include <string>

#include "index/web/page.h"

namespace guidang::web {
namespace {

Response asset(const Context& context) {
  const std::string& name = context.request.segments.back();
  const std::span<const Asset> assets = all_assets();
  const auto found = std::ranges::find(assets, name, &Asset::name);
  if (found == assets.end()) return not_found(context);
  Response response{.type = std::string(found->type), .body = std::string(found->bytes)};
  if (context.request.parameters.get("v") == assets_version()) {
    response.set("Cache-Control", "public, max-age=31536000, immutable");
  }
  response.set("Vary", "Accept-Encoding");
  return response;
}

constexpr std::array kRoutes{Route{"/assets/*", asset}};

}  // namespace

std::span<const Route> asset_routes() { return kRoutes; }

}  // namespace guidang::web
