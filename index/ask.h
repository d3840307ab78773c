// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "index/query.h"
#include "index/words/synonyms.h"
#include "index/words/vocabulary.h"

namespace guidang::index {

struct AskOptions {
  bool synonyms = true;  ///< false: as typed
  bool near = false;     ///< former names and neighbouring ideas, too
};

/// A query that was read, and what was made of it.
struct Asked {
  std::string text{};              ///< as typed
  Query typed{};                   ///< what that says
  Query query{};                   ///< what to search with: `typed` and its synonyms
  std::vector<Widened> widened{};  ///< the synonyms in it, for people to see
  std::vector<Widened> near{};     ///< more that could be asked for (`AskOptions::near`)
};

/// The one way from what a person typed to a query, for the command line, the site and its API.
/// Throws nothing.
[[nodiscard]] std::variant<Asked, QueryError> ask(std::string_view text,
                                                  const Vocabulary& vocabulary,
                                                  const AskOptions& options = {});

}  // namespace guidang::index
