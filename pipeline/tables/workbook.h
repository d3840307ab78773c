// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/tables/table_writer.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace guidang::tables {

/// One XLSX being written into an open file: a sheet with text cells, and a hidden one with the
/// lists that are too long for a cell's own. Cells must be clean (cell_text).
class Workbook {
 public:
  /// `fd` is empty and outlives this; `file` is for messages.
  Workbook(int fd, const std::filesystem::path& file, const std::vector<TableColumn>& columns,
           const std::string& sheet_name);

  void offer(std::size_t column, const std::vector<std::string>& choices);
  void row(const std::vector<std::string>& cells);
  void finish();

 private:
  struct Close {
    void operator()(lxw_workbook* book) const noexcept;
  };
  /// Rows from `first` on that have one list.
  struct Stretch {
    std::vector<std::string> choices{};
    std::uint32_t first = 1;
  };

  void cell(std::uint16_t column, const std::string& text, lxw_format* format);
  void end_stretch(std::size_t column);
  [[nodiscard]] std::string list_range(const std::vector<std::string>& choices);

  std::filesystem::path file_;
  std::unique_ptr<lxw_workbook, Close> book_{};
  lxw_worksheet* sheet_ = nullptr;
  lxw_worksheet* lists_ = nullptr;
  lxw_format* heading_ = nullptr;
  std::vector<lxw_format*> formats_{};
  std::vector<Stretch> stretches_{};
  std::map<std::vector<std::string>, std::string> ranges_{};
  std::uint32_t row_ = 0;
  std::size_t validations_ = 0;
};

}  // namespace guidang::tables
