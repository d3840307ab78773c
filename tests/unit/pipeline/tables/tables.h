// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/tables/table_reader.h"
#include "stages/extract/process/helper_pool.h"

namespace guidang::tables::test {

struct ReadRow {
  std::size_t number = 0;
  std::vector<std::string> cells{};
  friend bool operator==(const ReadRow&, const ReadRow&) = default;
  friend void PrintTo(const ReadRow& row, std::ostream* out) {
    *out << row.number << ':';
    for (const std::string& cell : row.cells) *out << '[' << cell << ']';
  }
};

inline std::vector<ReadRow> read_rows(const std::filesystem::path& file,
                                      const TableLimits& limits = {}) {
  extract::HelperPool reader(1);
  std::vector<ReadRow> rows;
  read_table(
      file, reader,
      [&](const TableRow& row) {
        rows.push_back({row.number, row.cells});
        return true;
      },
      limits);
  return rows;
}

}  // namespace guidang::tables::test
