// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "index/web/router.h"

/// What pages load: styles, scripts, the icon, and the licences of what comes from npm. Built into
/// the program (front/README.md says how), so a site never asks anybody else for anything.
namespace guidang::web {

struct Asset {
  std::string_view name{};  ///< in `/assets/NAME`
  std::string_view type{};  ///< media type, with charset
  std::string_view bytes{};
};

/// By name, ascending.
[[nodiscard]] std::span<const Asset> all_assets();

/// Changes with any byte of any asset. `/assets/NAME?v=VERSION` may be kept for ever.
[[nodiscard]] std::string_view assets_version();

/// `/assets/*`.
[[nodiscard]] std::span<const Route> asset_routes();

}  // namespace guidang::web
