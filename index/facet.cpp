// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/facet.h"

#include <algorithm>

namespace guidang::index {

std::optional<Facet> facet_of(std::string_view name) {
  for (const FacetInfo& info : kFacets) {
    if (info.name == name) return info.facet;
  }
  return std::nullopt;
}

const FacetInfo& info_of(Facet facet) {
  return *std::find_if(kFacets.begin(), kFacets.end(),
                       [&](const FacetInfo& info) { return info.facet == facet; });
}

}  // namespace guidang::index
