// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace guidang::tables {

enum class TableFormat : std::uint8_t { csv, xlsx };

/// A column of a table that people work on.
struct TableColumn {
  std::string heading{};
  double width = 12;                   ///< characters, for XLSX
  std::vector<std::string> choices{};  ///< values a cell may take, as a drop-down list in XLSX
  bool editable = true;                ///< false: shaded in XLSX, people read it and leave it
};

/// Writes one table, a row at a time, in constant memory. CSV is UTF-8 with BOM and CRLF and
/// defuses formulas; XLSX has text cells only, the heading frozen and filtered. Equal rows give
/// equal bytes. The file appears whole at `finish`; without it what was there stays.
class TableWriter {
 public:
  /// Throws Failure when the file cannot be made.
  TableWriter(const std::filesystem::path& file, TableFormat format,
              std::vector<TableColumn> columns, const std::string& sheet_name = {});
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// As many cells as columns, else std::logic_error. Text is UTF-8; XLSX holds 32,767 characters
  /// a cell and 1,048,576 rows, beyond which this throws Failure.
  void row(const std::vector<std::string>& cells);
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::tables
