// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "index/search.h"

/// Hits and answers for programs, the same on the command line and on the site.
namespace guidang::index {

/// Raised when a key changes its meaning or goes; new keys alone do not raise it.
inline constexpr int kHitFormat = 1;

/// One hit: `code record path title score snippet` and all else that it knows. Marks are pairs of
/// byte offsets, begin and end, in the text that they are named after.
[[nodiscard]] nlohmann::ordered_json hit_json(const Hit& hit);

/// `year`, `doctype` … each a list of `value`, `count`, `chosen`, with whether the counts are
/// exact.
[[nodiscard]] nlohmann::ordered_json facets_json(const std::vector<FacetCounts>& facets);

/// The first row of a table of hits, with the byte order mark that spreadsheets ask for, and a row.
/// What a spreadsheet would run as a formula is made text.
[[nodiscard]] std::string hit_csv_heading();
[[nodiscard]] std::string hit_csv_row(const Hit& hit);

/// The names of a field as typed before the colon; of `any` words for people.
struct FieldName {
  std::string_view zh{};
  std::string_view en{};
};
[[nodiscard]] FieldName name_of(Field field);

}  // namespace guidang::index
