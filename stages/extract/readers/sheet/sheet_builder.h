// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/reader.h"
#include "stages/extract/limits.h"

namespace guidang::extract {

/// What is made of the cells of a workbook.
enum class SheetUse : std::uint8_t {
  text,   ///< one text: rows as lines, cells parted by tabs, sheets by an empty line
  tables  ///< a page a sheet, as CSV with every row and column from the first on
};

/// Collects the cells of a workbook, sheet by sheet. Rows and columns count from 0; cells may come
/// in any order, of two at one place the later one counts.
class SheetBuilder {
 public:
  SheetBuilder(SheetUse use, const Limits& limits) : use_(use), limits_(limits) {}

  void begin(std::string_view name);
  /// `value` as people see it; empty ones are not needed.
  void cell(std::uint32_t row, std::uint32_t column, std::string_view value);
  /// Of a merged area only the first cell counts. Call it at any time between begin and end.
  void merge(std::uint32_t row, std::uint32_t column, std::uint32_t last_row,
             std::uint32_t last_column);
  /// What stands beside the cells (comment, text box): lines after the rows, in no table.
  void beside(std::string_view text);
  void end();

  /// A limit is passed, and nothing more is taken.
  [[nodiscard]] bool full() const { return full_; }
  /// What was passed, in one line.
  [[nodiscard]] std::string reason() const;

  /// Fills pages; for tables also properties `sheet:1` …, the names. In a text a sheet has its name
  /// as a line before it when there are several with text. `read`, or `failed` when full.
  [[nodiscard]] Extraction take(Extraction result);

 private:
  struct Cell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t from = 0;  ///< in `values_`
    std::uint32_t size = 0;
  };
  struct Area {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
  };
  struct Sheet {
    std::string name{};
    std::string text{};
  };

  void put_in_order();
  void empty_covered();
  void write_text(std::string& out);
  void write_table(std::string& out);
  [[nodiscard]] std::string_view value(const Cell& cell) const {
    return std::string_view{values_}.substr(cell.from, cell.size);
  }
  bool spend(std::uint64_t bytes);

  SheetUse use_;
  const Limits& limits_;
  std::vector<Sheet> sheets_{};
  std::vector<Cell> cells_{};
  std::vector<Area> areas_{};
  std::string values_{};
  std::string beside_{};
  std::uint64_t spent_ = 0;
  bool full_ = false;
};

}  // namespace guidang::extract
