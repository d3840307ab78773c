// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guidang::tables {

/// The text as every table can hold it: what UTF-8, XML or CSV cannot say (NUL, other controls,
/// broken bytes) is U+FFFD, a line ends with LF.
[[nodiscard]] std::string cell_text(std::string_view text);

/// How many characters a spreadsheet counts: units of UTF-16.
[[nodiscard]] std::size_t cell_length(std::string_view text);

/// The text without the `'` that CsvSafety::spreadsheet put before what looks like a formula.
[[nodiscard]] std::string_view without_guard(std::string_view cell);

}  // namespace guidang::tables
