// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/files/atomic_write.h"
#include "pipeline/forms/sheet_writer.h"

namespace guidang::forms {

/// A book as one page of HTML for print: no script, nothing fetched, measures in millimetres.
class HtmlWriter final : public SheetWriter {
 public:
  HtmlWriter(const std::filesystem::path& file, std::vector<const Form::Layout*> forms);

  void begin(const Sheet& sheet) override;
  void line(const Sheet& sheet) override;
  void end(Sheet& sheet) override;
  void finish() override;
  void commit() override { file_.commit(); }

 private:
  void blocks(const Sheet& sheet, const std::vector<Block>& all, std::size_t from, std::size_t to);
  void block(const Sheet& sheet, const Block& block);
  void line_block(const Sheet& sheet, const LineBlock& line);
  void grid(const Sheet& sheet, const Grid& grid);
  void place(const Sheet& sheet, const Place& place, double left, double top);
  void open_lines(const Sheet& sheet, const Rows& rows);
  void row(const Sheet& sheet, const Rows& rows, bool empty);
  void close_lines(Sheet& sheet, const Rows& rows);
  void tile(const Sheet& sheet, const Tiles& tiles);
  void cell(const Sheet& sheet, const Cell& cell, std::size_t columns, std::string_view tag);
  void open_leaf();
  /// Texts whole that had no room in their place.
  void rest(const Sheet& sheet);
  void flush(bool all);

  files::AtomicFile file_;
  std::vector<const Form::Layout*> forms_;
  std::string out_{};
  bool opened_ = false;
  bool marked_ = false;
  std::size_t lines_at_ = 0;  ///< index of the block that holds the lines; blocks.size(): none
  std::vector<const Column*> columns_{};
  std::string group_{};
  double tile_x_ = 0;
  double tile_y_ = 0;
  double tile_row_ = 0;
  std::vector<std::string> rest_{};
};

}  // namespace guidang::forms
