// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "index/analyser.h"
#include "index/words/word_repair.h"

namespace guidang::index {

/// The same for words of letters: the first of these tokens that no record has becomes the nearest
/// one that some have. `prefix` is that of the field's terms.
[[nodiscard]] std::optional<Repair> repair_letters(const WordSearch& records, const QueryNode& word,
                                                   const std::vector<Token>& tokens,
                                                   std::string_view prefix);

}  // namespace guidang::index
