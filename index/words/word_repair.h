// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "index/query.h"
#include "index/words/word_search.h"

namespace guidang::index {

/// Another way to write a word.
struct Repair {
  std::string text{};
  std::size_t count = 0;  ///< records that hold it
};

/// For a word that no record holds: the likeliest one that some do, one character away, or up to
/// two letters in a word of letters.
[[nodiscard]] std::optional<Repair> repair(const WordSearch& records, const QueryNode& word);

}  // namespace guidang::index
