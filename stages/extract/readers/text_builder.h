// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/reader.h"

namespace guidang::extract {

/// Lines, and how each of them looks; no styles when nobody told any, or there are very many lines.
struct StyledText {
  std::string text{};
  std::vector<LineStyle> styles{};

  /// More whole lines.
  void add(StyledText more);
};

/// Makes plain text of lines, tables and what stands beside the lines. Cells are parted by tabs,
/// rows by line ends; a cell of several lines keeps them; a row without any text gives nothing.
/// Calls of begin and end must pair.
class TextBuilder {
 public:
  /// Beyond `limit` bytes text is no longer taken, and `full` says so.
  explicit TextBuilder(std::uint64_t limit);

  /// How what comes next looks. A line looks as most of its characters do.
  void style(const LineStyle& style) {
    style_ = style;
    styled_ = true;
  }

  void text(std::string_view piece);
  /// The same for a piece with line ends in it.
  void lines(std::string_view piece);
  /// Whole lines with their looks.
  void lines(const StyledText& piece);
  /// Ends the line; two of them make an empty line.
  void new_line();
  /// Ends the line unless nothing stands on it yet.
  void end_line();

  void begin_row();
  void begin_cell();
  void end_cell();
  void end_row(bool keep = true);

  /// What stands beside (a text box) comes after the line that it is anchored in.
  void begin_aside();
  void end_aside();

  /// The line under way; empty at its beginning.
  [[nodiscard]] std::string_view line() const;
  [[nodiscard]] bool full() const noexcept { return full_; }
  /// All text, and starts anew.
  [[nodiscard]] std::string take() { return take_styled().text; }
  [[nodiscard]] StyledText take_styled();

 private:
  /// A stretch of text whose place in the whole is not yet known.
  struct Level {
    std::string text{};
    std::size_t line_start = 0;
    std::vector<LineStyle> styles{};  ///< of the lines that have ended
    /// Of the line under way: looks, and the bytes that look so.
    std::vector<std::pair<LineStyle, std::size_t>> under_way{};
    StyledText asides{};
  };
  void weigh(std::string_view piece);
  void end_styles();
  void put_asides(Level& level);
  StyledText pop();
  void put_row(const std::vector<StyledText>& cells);

  std::vector<Level> levels_{1};
  std::vector<std::vector<StyledText>> rows_{};
  LineStyle style_{};
  bool styled_ = false;
  std::size_t styles_left_;
  std::uint64_t left_ = 0;
  bool full_ = false;
};

/// The text as the next page, whose size is not known.
void add_page(Extraction& result, StyledText text);

}  // namespace guidang::extract
