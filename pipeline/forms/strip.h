// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "pipeline/forms/sheet.h"
#include "pipeline/forms/typesetter.h"

namespace guidang::forms {

/// Something drawn across a page, from its top down: boxes, rules and lines of text with their
/// places in it. May be cut between lines of text where a page ends. Lengths in millimetres.
struct Strip {
  struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double border = 0;
  };
  struct Writing {
    Shaped text{};
    double x = 0;
    double y = 0;
  };
  double height = 0;
  std::vector<Box> boxes{};
  std::vector<Box> rules{};  ///< only their upper edge is drawn
  std::vector<Writing> writings{};

  /// Puts another one under it.
  void append(const Strip& other);
  /// Where to cut so that what follows `from` takes at most `room`, through no line of text.
  [[nodiscard]] double cut(double from, double room) const;
};

/// Room between a cell's border and its text.
inline constexpr double kCellSide = 1.0;
inline constexpr double kCellTop = 0.9;

/// Builds strips from blocks of a form. One thread at a time.
class StripMaker {
 public:
  explicit StripMaker(Typesetter& typesetter) : typesetter_(typesetter) {}

  [[nodiscard]] Strip text(std::string_view text, const Style& style, double width);
  [[nodiscard]] Strip line(const Sheet& sheet, const LineBlock& line);
  /// One for each run of rows that share cells.
  [[nodiscard]] std::vector<Strip> grid(const Sheet& sheet, const Grid& grid);

  /// A cell of a table's line.
  struct Item {
    std::string text{};
    const Style* style = nullptr;
    Align align = Align::left;
    double width = 0;
  };
  /// A line of cells side by side. One higher than `most` has its texts at the top, to be cut.
  [[nodiscard]] Strip cells(const std::vector<Item>& items, double height, double border,
                            double most);
  /// The heading over the columns, with bands above.
  [[nodiscard]] Strip heading(const Sheet& sheet, const Rows& rows,
                              const std::vector<const Column*>& columns);
  /// A box of fixed size. Adds the whole text to `rest` when it has no room for it.
  [[nodiscard]] Strip place(const Sheet& sheet, const Place& place, double x, double y,
                            std::vector<std::string>& rest);

 private:
  void stacked(Strip& to, const std::string& text, const Style& style, double size,
               const Strip::Box& box, Stand stand);

  Typesetter& typesetter_;
};

}  // namespace guidang::forms
