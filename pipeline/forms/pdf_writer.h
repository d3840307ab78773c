// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/files/atomic_write.h"
#include "pipeline/forms/pdf_canvas.h"
#include "pipeline/forms/sheet_writer.h"

namespace guidang::forms {

/// A book as PDF with the fonts that it is given.
class PdfWriter final : public SheetWriter {
 public:
  PdfWriter(const std::filesystem::path& file, std::vector<const Form::Layout*> forms);

  void begin(const Sheet& sheet) override;
  void line(const Sheet& sheet) override;
  void end(Sheet& sheet) override;
  void finish() override;
  void commit() override { file_.commit(); }

  [[nodiscard]] const std::map<char32_t, std::size_t>& missing() const {
    return typesetter_.missing();
  }
  /// Texts that did not fit their box and stand whole behind the sheet.
  [[nodiscard]] std::size_t moved() const { return moved_; }

 private:
  void new_page(const Sheet& sheet);
  /// With the heading of the lines, while they are written.
  void next_page(const Sheet& sheet);
  void new_leaf(const Sheet& sheet, std::size_t from);
  void blocks(const Sheet& sheet, std::size_t from, std::size_t to);
  [[nodiscard]] std::vector<Strip> strips(const Sheet& sheet, const Block& block);
  /// Draws it on this page, or the next, or cut over several.
  void flow(const Sheet& sheet, const Strip& strip, bool may_cut);
  void put(const Strip& strip, double from, double to, double y);
  void row(const Sheet& sheet, const Rows& rows, bool empty);
  void flow_row(const Sheet& sheet, const Strip& before, const Strip& row);
  void close_lines(Sheet& sheet, const Rows& rows);
  void tile(const Sheet& sheet, const Tiles& tiles);
  void rest(const Sheet& sheet);

  files::AtomicFile file_;
  std::vector<const Form::Layout*> forms_;
  Typesetter typesetter_;
  StripMaker maker_;
  std::string out_{};
  PdfCanvas canvas_;
  bool described_ = false;
  std::uint64_t page_ = 0;
  double left_ = 0;
  double top_ = 0;
  double y_ = 0;  ///< below the upper margin
  std::size_t lines_at_ = 0;
  std::vector<const Column*> columns_{};
  std::vector<double> widths_{};
  std::optional<Strip> head_{};  ///< repeated on each page while lines are written
  bool head_drawn_ = false;
  std::string group_{};
  double tile_x_ = 0;
  double tile_row_ = 0;
  std::vector<std::string> rest_{};
  std::size_t moved_ = 0;
};

}  // namespace guidang::forms
