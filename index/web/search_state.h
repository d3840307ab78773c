// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "index/ask.h"
#include "index/facet.h"
#include "index/search.h"
#include "index/web/request.h"

namespace guidang::web {

/// How words of a query are taken.
enum class Words : unsigned char {
  widened,  ///< with their synonyms
  typed,    ///< as they stand
  near      ///< with former names and words of like meaning, too
};

/// All that the address of a page of results says.
struct SearchState {
  static constexpr std::size_t kHitsOfAPage = 20;
  static constexpr std::size_t kMostHitsOfAPage = 100;

  std::string q{};
  std::vector<index::Choice> choices{};  ///< in the order of kFacets; each with values
  std::string from{};                    ///< first day, ISO; "" is open
  std::string to{};                      ///< last day
  index::Sort sort = index::Sort::relevance;
  Words words = Words::widened;
  std::size_t page = 1;  ///< from 1
  std::size_t n = kHitsOfAPage;
  bool print = false;
  bool part = false;  ///< a page was asked for, rather than all: matters to programs

  /// Nothing is asked for at all.
  [[nodiscard]] bool is_empty() const {
    return q.empty() && choices.empty() && from.empty() && to.empty();
  }

  /// Back into an address; what is as usual is left out.
  [[nodiscard]] Parameters parameters() const;
  [[nodiscard]] index::SearchOptions options() const;
};

/// Refused: an unknown sort, a day that does not exist, a page that is no number. A year or a month
/// stands for its first or last day.
[[nodiscard]] std::variant<SearchState, Refusal> read_search(const Parameters& parameters);

[[nodiscard]] std::string_view to_text(index::Sort sort);

/// What the state asks of the index: its query, narrowed to its days. No query means every record.
[[nodiscard]] std::variant<index::Asked, index::QueryError> ask(
    const SearchState& state, const index::Vocabulary& vocabulary);

}  // namespace guidang::web
