// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/web/context.h"

namespace guidang::web {

/// Makes the answer to one request. Called by many threads at the same time.
using Handler = Response (*)(const Context&);

/// `/record/*/*/files/*`: each `*` stands for one segment, which must not be empty. A pattern ends
/// in `.json` where the last segment must.
struct Route {
  std::string_view pattern{};
  Handler handler = nullptr;
};

/// The handler of the first route that fits, or null.
[[nodiscard]] Handler find_route(std::span<const Route> routes,
                                 const std::vector<std::string>& segments);

}  // namespace guidang::web
