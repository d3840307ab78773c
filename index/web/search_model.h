// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "index/advice.h"
#include "index/search.h"
#include "index/web/context.h"
#include "index/web/search_state.h"
#include "index/words/suggest.h"
#include "pipeline/xml/writer.h"

namespace guidang::web {

/// What a page of results shows.
struct SearchAnswer {
  index::Asked asked{};
  index::Results results{};
  std::vector<index::Suggestion> suggestions{};  ///< when nothing was found
  std::vector<index::Advice> advice{};           ///< likewise
};

/// Into the element `search`, which is open.
void write_answer(xml::Writer& model, const Context& context, const SearchState& state,
                  const SearchAnswer& answer);

/// A query that cannot be read: where and why.
void write_problem(xml::Writer& model, const Context& context, const SearchState& state,
                   const index::QueryError& error);

/// One hit, as lists anywhere show it. `q` is carried to the record's page.
void write_hit(xml::Writer& model, const Context& context, const index::Hit& hit,
               std::string_view q);

}  // namespace guidang::web
