// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::tables {

enum class TableFormat : std::uint8_t { csv, xlsx };

/// The format that a file's name asks for: `.xlsx` or `.csv` in any case. Throws Failure (usage)
/// for any other.
[[nodiscard]] TableFormat format_of(const std::filesystem::path& file);

/// A column of a table that people work on.
struct TableColumn {
  std::string heading{};
  double width = 12;                   ///< characters, for XLSX
  std::vector<std::string> choices{};  ///< values a cell may take, as a drop-down list in XLSX
  bool editable = true;                ///< false: shaded in XLSX, people read it and leave it
};

/// Writes one table, a row at a time, in constant memory. CSV is UTF-8 with BOM and CRLF and
/// defuses formulas; XLSX has text cells only, the heading frozen and filtered. Equal rows give
/// equal bytes. The file appears whole at `finish`; without it what was there stays. What no table
/// can hold (NUL and other controls) is U+FFFD; lines within a cell end with LF.
class TableWriter {
 public:
  /// Throws Failure when the file cannot be made.
  TableWriter(const std::filesystem::path& file, TableFormat format,
              std::vector<TableColumn> columns, const std::string& sheet_name = {});
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// From the next row on, cells of this column (from 0) may take these values instead of those of
  /// the column; none lifts the list. Lists are help for people: past the 65,000 stretches of rows
  /// that a sheet can hold, rows have none.
  void offer(std::size_t column, const std::vector<std::string>& choices);
  /// As many cells as columns, else std::logic_error. Text is UTF-8; XLSX holds 32,767 characters
  /// a cell and 1,048,576 rows, beyond which this throws Failure.
  void row(const std::vector<std::string>& cells);
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::tables
