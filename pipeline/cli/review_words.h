// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/cli/codebook.h"
#include "stages/review/rows.h"

namespace guidang::cli {

[[nodiscard]] inline review::Language language_of(const Console& console) {
  return console.language == Language::zh ? review::Language::zh : review::Language::en;
}

/// What codes mean, for tables and pages of the review. The book outlives it.
[[nodiscard]] inline review::Meanings meanings_of(const CodeBook& book) {
  return [&book](std::string_view code) -> review::Meaning {
    const CodeBook::Entry* entry = book.find(code);
    if (entry == nullptr) return {};
    return {.title = {entry->title_zh, entry->title_en},
            .hint = {entry->hint_zh, entry->hint_en},
            .citation = entry->citation};
  };
}

}  // namespace guidang::cli
