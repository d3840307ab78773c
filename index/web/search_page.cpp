// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/search_page.h"

#include <algorithm>

#include "index/web/page.h"
#include "index/web/search_export.h"
#include "index/web/search_facets.h"
#include "index/web/search_model.h"

namespace guidang::web {
namespace {

/// What the box carries into the next search: all that narrows this one, not the page.
Parameters kept(const SearchState& state) {
  SearchState first = state;
  first.page = 1;
  first.print = false;
  return first.parameters().remove("q");
}

SearchAnswer answer_to(const Context& context, SearchState& state, index::Asked asked) {
  SearchAnswer answer{.asked = std::move(asked)};
  const auto search = [&] {
    index::SearchOptions options = state.options();
    options.facets = counted_facets(context.site);
    answer.results = index::search(context.readers(), answer.asked.query, options);
  };
  search();
  const index::Results& results = answer.results;
  const std::size_t found = results.loosened ? results.loose_total : results.total;
  // Behind the last page there is nothing; the last page is meant.
  if (results.hits.empty() && found > 0 && state.page > 1) {
    state.page = (found + state.n - 1) / state.n;
    search();
  }
  if (found == 0 && !state.q.empty()) {
    answer.suggestions = index::suggestions(context.readers(), answer.asked, context.vocabulary());
  }
  return answer;
}

Response search_page(const Context& context) {
  const auto read = read_search(context.request.parameters);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return error_answer(context, *refusal);
  SearchState state = std::get<SearchState>(read);
  if (state.print && !state.part) state.n = SearchState::kMostHitsOfAPage;

  Page page(context, "search");
  page.box(state.q, kept(state));
  if (state.is_empty()) {
    page.model().open("empty").close();
    return page.render();
  }
  auto asked = ask(state, context.vocabulary());
  if (const auto* error = std::get_if<index::QueryError>(&asked)) {
    write_problem(page.model(), context, state, *error);
    return page.render(400);
  }
  const SearchAnswer answer = answer_to(context, state, std::get<index::Asked>(std::move(asked)));
  write_answer(page.model(), context, state, answer);
  return page.render();
}

}  // namespace

std::vector<Route> search_routes() {
  return {{"/search", search_page}, {"/search.json", search_json}, {"/search.csv", search_csv}};
}

}  // namespace guidang::web
