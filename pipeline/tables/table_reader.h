// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/reader.h"

namespace guidang::tables {

/// One row of a table that a person made. Valid during the call that gives it.
struct TableRow {
  std::size_t number = 0;            ///< 1-based, as a spreadsheet shows it; the heading counts
  std::vector<std::string> cells{};  ///< as shown in the sheet, trimmed; UTF-8
};

/// What a table may be at most; beyond it the file is refused, never cut.
struct TableLimits {
  std::uintmax_t bytes = 64ULL << 20;
  std::size_t rows = 1'000'000;
  std::size_t columns = 1'000;
};

/// Reads a CSV (UTF-8 or GB18030; comma, tab or semicolon) or the first sheet with rows of an
/// XLSX, told apart by content. Calls `visit` a row, heading included, empty rows left out, until
/// it returns false. The `'` that TableWriter puts before what looks like a formula is taken off a
/// CSV. An XLSX is opened by `reader`, in its confined helper; of a formula the value that was last
/// computed is given, of a merged area the first cell.
///
/// Throws Failure (usage) with file, row, what was found and what was expected. Rows before the
/// flaw may have been visited by then.
void read_table(const std::filesystem::path& file, Reader& reader,
                const std::function<bool(const TableRow&)>& visit, const TableLimits& limits = {});

}  // namespace guidang::tables
