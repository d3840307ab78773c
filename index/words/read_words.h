// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "index/words/synonyms.h"
#include "pipeline/organs/organ.h"

namespace guidang::index {

/// Bounds on a table.
inline constexpr std::size_t kLargestWordFile = 4U << 20;
inline constexpr std::size_t kMostGroups = 20'000;
inline constexpr std::size_t kMostWordsOfGroup = 40;

/// Groups, or one line that says what is wrong with the file: place, Chinese / English, found.
using WordTable = std::variant<std::vector<WordGroup>, std::string>;

/// A file as templates/schema/search-words.rng (`schema`) says. `shown` is what messages call it.
/// Throws Failure only when the schema itself cannot be used.
[[nodiscard]] WordTable read_words(const std::filesystem::path& file, const std::string& shown,
                                   const std::filesystem::path& schema);

/// What a table of organs says: a name and its short forms are equal, the names of one organ in
/// turn are near. An alias that is short or part of another name only finds the name.
[[nodiscard]] std::vector<WordGroup> words_of(std::span<const organs::Organ> organs);

}  // namespace guidang::index
