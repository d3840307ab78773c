// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/organs/standing.h"
#include "pipeline/profile/element.h"

/// How the rows of a table write their conditions.
namespace guidang::appraise {

/// The words of a text, parted by blanks, folded for matching.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);
/// The first of the words that the folded text holds, or "".
[[nodiscard]] std::string_view word_in(std::string_view folded,
                                       const std::vector<std::string>& words);

/// The words of all children of that name.
[[nodiscard]] std::vector<std::string> words_of_all(const profile::Element& row,
                                                    std::string_view child);
[[nodiscard]] std::vector<std::string> folded_words_of_all(const profile::Element& row,
                                                           std::string_view child);

/// An attribute of "received issued internal unknown"; throws the profile's Failure for others.
[[nodiscard]] std::vector<Direction> read_directions(const profile::Element& row,
                                                     std::string_view key);
/// An attribute of "own superior peer subordinate outside unknown".
[[nodiscard]] std::vector<Standing> read_standings(const profile::Element& row,
                                                   std::string_view key);
[[nodiscard]] std::string_view to_text(Direction direction);

}  // namespace guidang::appraise
