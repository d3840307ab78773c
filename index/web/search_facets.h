// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "index/facet.h"
#include "index/web/context.h"
#include "index/web/search_state.h"
#include "pipeline/xml/writer.h"

namespace guidang::web {

/// Which facets the pages of this site count: that of fonds only where there are several.
[[nodiscard]] std::vector<index::Facet> counted_facets(const SiteView& site);

/// What was chosen, each with the address without it.
void write_chosen(xml::Writer& model, const Context& context, const SearchState& state);

/// The facets with counts; each value with the address that adds it or takes it away.
void write_facets(xml::Writer& model, const Context& context, const SearchState& state,
                  const std::vector<index::FacetCounts>& facets);

/// Days from and to, and the years or decades that the results lie in as shortcuts.
void write_dates(xml::Writer& model, const Context& context, const SearchState& state,
                 const std::vector<index::FacetCounts>& facets);

}  // namespace guidang::web
