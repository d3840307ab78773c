// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::extract {

/// Makes plain text of lines, tables and what stands beside the lines. Cells are parted by tabs,
/// rows by line ends; a cell of several lines keeps them; a row without any text gives nothing.
/// Calls of begin and end must pair.
class TextBuilder {
 public:
  /// Beyond `limit` bytes text is no longer taken, and `full` says so.
  explicit TextBuilder(std::uint64_t limit) : left_(limit) {}

  void text(std::string_view piece);
  /// The same for a piece with line ends in it.
  void lines(std::string_view piece);
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
  [[nodiscard]] std::string take();

 private:
  /// A stretch of text whose place in the whole is not yet known.
  struct Level {
    std::string text{};
    std::size_t line_start = 0;
    std::string asides{};
  };
  void put_asides(Level& level);
  std::string pop();

  std::vector<Level> levels_{1};
  std::vector<std::vector<std::string>> rows_{};
  std::uint64_t left_ = 0;
  bool full_ = false;
};

}  // namespace guidang::extract
