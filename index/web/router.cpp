// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/router.h"

#include <algorithm>

namespace guidang::web {
namespace {

bool fits(std::string_view pattern, const std::vector<std::string>& segments) {
  std::size_t at = 0;
  pattern.remove_prefix(1);
  while (!pattern.empty()) {
    if (at == segments.size()) return false;
    const std::size_t end = std::min(pattern.find('/'), pattern.size());
    const std::string_view wanted = pattern.substr(0, end);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
    const std::string_view segment = segments[at++];
    if (wanted.starts_with('*')) {
      const std::string_view ending = wanted.substr(1);
      if (segment.size() <= ending.size() || !segment.ends_with(ending)) return false;
    } else if (segment != wanted) {
      return false;
    }
  }
  return at == segments.size();
}

}  // namespace

Handler find_route(std::span<const Route> routes, const std::vector<std::string>& segments) {
  for (const Route& route : routes) {
    if (fits(route.pattern, segments)) return route.handler;
  }
  return nullptr;
}

}  // namespace guidang::web
