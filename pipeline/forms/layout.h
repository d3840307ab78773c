// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/forms/fonts.h"
#include "pipeline/forms/form.h"
#include "pipeline/forms/text_template.h"

namespace guidang::forms {

// What a description says, ready to be drawn. All lengths in millimetres, all type sizes in points.
// For this room's files only.

enum class Role : std::uint8_t { song, fangsong, kai, hei, xiaobiaosong };
inline constexpr std::array<std::string_view, 5> kRoleNames{"宋体", "仿宋", "楷体", "黑体",
                                                            "小标宋"};

enum class Align : std::uint8_t { left, center, right, justify };
enum class Stand : std::uint8_t { top, middle, bottom };

struct Style {
  std::string name{};
  Role font = Role::song;
  double size = 10.5;
  double least = 7;       ///< a fixed box may shrink its text to this
  double leading = 1.35;  ///< line pitch as a multiple of the size
  double indent = 0;      ///< of each paragraph's first line, in characters
  double spacing = 0;     ///< between characters, as a part of the size
  Align align = Align::left;
  bool bold = false;
};

/// There when the value is not empty (or when it is); always when `name` is empty.
struct Condition {
  std::string name{};
  bool unless = false;
};

struct TextBlock {
  TextTemplate text{};
  std::size_t style = 0;
};

/// One part of a line across the page: text, and with `blank` an underlined place behind it.
struct Part {
  Condition when{};
  TextTemplate text{};
  TextTemplate blank{};
  double width = 0;  ///< of the underlined place
  bool underlined = false;
  bool at_right = false;
};
struct LineBlock {
  std::size_t style = 0;
  double gap = 6;
  std::vector<Part> parts{};
};

struct Cell {
  TextTemplate text{};
  std::size_t style = 0;
  std::size_t columns = 1;
  std::size_t rows = 1;
  Stand stand = Stand::middle;
  bool vertical = false;
};
struct GridRow {
  Condition when{};
  double height = 0;  ///< at least
  std::vector<Cell> cells{};
};
struct Grid {
  std::vector<double> widths{};
  double border = 0.35;
  std::vector<GridRow> rows{};
};

enum class Shown : std::uint8_t { both, paper, table };
struct Column {
  std::string name{};
  std::string heading{};
  std::string band{};  ///< heading over several columns; "" for none
  Condition when{};    ///< on paper; a table has all columns
  TextTemplate text{};
  std::optional<double> width{};  ///< none: what the others leave
  Align align = Align::left;
  Shown shown = Shown::both;
};
struct Rows {
  std::vector<Column> columns{};
  std::size_t head_style = 0;
  std::size_t style = 0;
  double height = 7;  ///< of a line, at least
  double border = 0.2;
  std::size_t least = 0;  ///< lines; what is missing is drawn empty
  TextTemplate group{};   ///< a heading across, whenever its text changes
  std::vector<Cell> foot{};
};

struct Place {
  Condition when{};
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double border = 0;
  TextTemplate text{};
  std::size_t style = 0;
  Stand stand = Stand::middle;
  bool vertical = false;
};

struct Tile {
  Condition when{};
  double width = 0;
  double height = 0;
  double border = 0;
  std::vector<Place> places{};
};
/// Each line of the sheet is a small piece of paper: stamps, labels, spines.
struct Tiles {
  double gap = 0;
  std::vector<Tile> tiles{};  ///< the first whose condition holds
};

struct Space {
  double height = 0;
};
struct Break {};
struct Block;
/// Stays on one page.
struct Keep {
  std::shared_ptr<const std::vector<Block>> blocks{};  ///< Block is not yet complete
};
struct Block {
  Condition when{};
  std::variant<Space, Break, TextBlock, LineBlock, Grid, Rows, Tiles, Place, Keep> content{};
};

enum class DateForm : std::uint8_t { as_given, compact, chinese, dots, iso };
struct Field {
  std::string name{};
  std::string zh{};
  DateForm date = DateForm::as_given;
};

struct Paper {
  double width = 210;
  double height = 297;
  double top = 20;
  double right = 20;
  double bottom = 20;
  double left = 20;
};

struct PageNumber {
  TextTemplate text{};
  std::size_t style = 0;
  bool by_sheet = false;  ///< begins at 1 with each sheet, else with the book
};

struct Form::Layout {
  std::string id{};
  std::string source{};  ///< file, for messages
  std::string title{};
  std::string title_en{};
  std::string digest{};
  std::vector<std::string> cites{};
  Paper paper{};
  std::vector<Style> styles{};
  std::vector<Field> sheet_fields{};
  std::vector<Field> row_fields{};
  std::vector<std::string> sheet_names{};
  std::vector<std::string> row_names{};
  TextTemplate name{};  ///< of the document: title bar, PDF title
  Block mark{};         ///< a TextBlock across the page, behind the text; when is empty: none
  bool has_mark = false;
  std::optional<PageNumber> page_number{};
  std::vector<Block> blocks{};
  std::shared_ptr<const FontTable> fonts{};

  [[nodiscard]] double content_width() const { return paper.width - paper.left - paper.right; }
  [[nodiscard]] double content_height() const { return paper.height - paper.top - paper.bottom; }
  /// Index of the block that holds the lines, Rows or Tiles; blocks.size() when there is none.
  [[nodiscard]] std::size_t lines_at() const;
};

/// Names that the program fills itself after the lines: how many there were, and the sum of a
/// column.
inline constexpr std::string_view kRowCount = "rows";
inline constexpr std::string_view kSum = "sum.";
inline constexpr std::string_view kPage = "page";
/// The day that a sheet is of; an ISO date becomes that of the PDF.
inline constexpr std::string_view kDate = "date";

}  // namespace guidang::forms
