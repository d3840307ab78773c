// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/strip.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "pipeline/forms/fit.h"

namespace guidang::forms {
namespace {

constexpr double kRounding = 0.001;
constexpr double kPlaceSide = 0.6;
constexpr double kPlaceTop = 0.3;
constexpr double kRule = 0.25;

double stood(Stand stand, double room, double needed) {
  if (stand == Stand::top || needed > room) return 0;
  return stand == Stand::bottom ? room - needed : (room - needed) / 2;
}

}  // namespace

void Strip::append(const Strip& other) {
  const auto under = [this](Box box) {
    box.y += height;
    return box;
  };
  for (const Box& box : other.boxes) boxes.push_back(under(box));
  for (const Box& rule : other.rules) rules.push_back(under(rule));
  for (Writing writing : other.writings) {
    writing.y += height;
    writings.push_back(std::move(writing));
  }
  height += other.height;
}

double Strip::cut(double from, double room) const {
  if (height - from <= room + kRounding) return height;
  double to = from + room;
  for (bool moved = true; moved;) {
    moved = false;
    for (const Writing& writing : writings) {
      const double into = to - writing.y;
      if (into <= kRounding || into >= writing.text.height() - kRounding) continue;
      const double lines = std::floor(into / writing.text.pitch + kRounding);
      const double edge = writing.y + lines * writing.text.pitch;
      if (edge < to - kRounding) {
        to = edge;
        moved = true;
      }
    }
  }
  // A line of text higher than a page is cut through rather than never printed.
  return to > from + kRounding ? to : from + room;
}

Strip StripMaker::text(std::string_view text, const Style& style, double width) {
  Strip made;
  Shaped shaped = typesetter_.shape(text, style, width);
  made.height = shaped.height();
  made.writings.push_back({std::move(shaped), 0, 0});
  return made;
}

Strip StripMaker::line(const Sheet& sheet, const LineBlock& line) {
  const Style& style = sheet.layout().styles[line.style];
  const double room = sheet.layout().content_width();
  Strip made;
  double x = 0;
  double high = 0;
  for (const Part& part : line.parts) {
    if (!sheet.holds(part.when)) continue;
    const std::string text = sheet.text(part.text);
    Shaped label = typesetter_.shape(text, style, 0, 0, Align::left);
    if (label.width > room - part.width) {
      label = typesetter_.shape(text, style, std::max(room - part.width, room / 4), 0, Align::left);
    }
    Shaped blank;
    if (part.underlined) {
      blank = typesetter_.shape(sheet.text(part.blank), style, part.width, 0, Align::center);
    }
    const double width = label.width + part.width;
    if (x > 0 && x + width > room + kRounding) {
      made.height += high;
      x = high = 0;
    }
    if (part.at_right) x = std::max(x, room - width);
    const double height = std::max({label.height(), blank.height(), label.pitch});
    if (part.underlined) {
      const double under = std::max(blank.height(), blank.pitch);
      made.rules.push_back({x + label.width, made.height + under, part.width, 0, kRule});
      made.writings.push_back({std::move(blank), x + label.width, made.height});
    }
    made.writings.push_back({std::move(label), x, made.height});
    x += width + line.gap;
    high = std::max(high, height);
  }
  made.height += high;
  return made;
}

Strip StripMaker::cells(const std::vector<Item>& items, double height, double border, double most) {
  std::vector<Shaped> shaped;
  for (const Item& item : items) {
    shaped.push_back(
        typesetter_.shape(item.text, *item.style, item.width - 2 * kCellSide, 0, item.align));
    height = std::max(height, shaped.back().height() + 2 * kCellTop);
  }
  Strip made;
  made.height = height;
  double x = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const double free = height - 2 * kCellTop;
    const Stand stand = height > most ? Stand::top : Stand::middle;
    const double y = kCellTop + stood(stand, free, shaped[i].height());
    made.boxes.push_back({x, 0, items[i].width, height, border});
    made.writings.push_back({std::move(shaped[i]), x + kCellSide, y});
    x += items[i].width;
  }
  return made;
}

Strip StripMaker::heading(const Sheet& sheet, const Rows& rows,
                          const std::vector<const Column*>& columns) {
  const Style& style = sheet.layout().styles[rows.head_style];
  const std::vector<double> widths = sheet.widths(columns);
  const auto item = [&](const std::string& text, double width) {
    return Item{text, &style, style.align, width};
  };
  const bool banded = std::any_of(columns.begin(), columns.end(),
                                  [](const Column* column) { return !column->band.empty(); });
  std::vector<Item> upper;
  std::vector<Item> lower;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    lower.push_back(item(columns[i]->heading, widths[i]));
    if (!columns[i]->band.empty() && i > 0 && columns[i - 1]->band == columns[i]->band) {
      upper.back().width += widths[i];
    } else {
      upper.push_back(item(columns[i]->band, widths[i]));
    }
  }
  if (!banded) return cells(lower, rows.height, rows.border, 1e9);
  Strip made = cells(upper, rows.height, rows.border, 1e9);
  const double first = made.height;
  std::vector<Item> bare = lower;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i]->band.empty()) bare[i].text.clear();
  }
  made.append(cells(bare, rows.height, rows.border, 1e9));
  // Columns without a band reach through both lines.
  std::erase_if(made.boxes, [&](const Strip::Box& box) {
    double x = 0;
    for (std::size_t i = 0; i < columns.size(); x += widths[i++]) {
      if (columns[i]->band.empty() && std::abs(box.x - x) < kRounding) return true;
    }
    return false;
  });
  double x = 0;
  for (std::size_t i = 0; i < columns.size(); x += widths[i++]) {
    if (!columns[i]->band.empty()) continue;
    Shaped text = typesetter_.shape(columns[i]->heading, style, widths[i] - 2 * kCellSide);
    made.height = std::max(made.height, text.height() + 2 * kCellTop);
    const double y = stood(Stand::middle, made.height, text.height());
    made.boxes.push_back({x, 0, widths[i], made.height, rows.border});
    made.writings.push_back({std::move(text), x + kCellSide, y});
  }
  for (Strip::Box& box : made.boxes) {
    if (box.y > kRounding) box.height = made.height - first;
  }
  return made;
}

std::vector<Strip> StripMaker::grid(const Sheet& sheet, const Grid& grid) {
  struct Laid {
    const Cell* cell = nullptr;
    std::size_t row = 0;
    double x = 0;
    double width = 0;
    std::string text{};
    Shaped shaped{};
  };
  std::vector<const GridRow*> rows;
  for (const GridRow& row : grid.rows) {
    if (sheet.holds(row.when)) rows.push_back(&row);
  }
  std::vector<double> heights;
  std::vector<Laid> all;
  std::vector<std::size_t> taken(grid.widths.size(), 0);
  std::vector<std::size_t> ends;  // rows after which no cell goes on
  for (std::size_t r = 0; r < rows.size(); ++r) {
    heights.push_back(rows[r]->height);
    std::size_t column = 0;
    for (const Cell& cell : rows[r]->cells) {
      while (taken[column] > 0) ++column;
      Laid laid{&cell,
                r,
                std::accumulate(grid.widths.begin(),
                                grid.widths.begin() + static_cast<std::ptrdiff_t>(column), 0.0),
                0,
                sheet.text(cell.text),
                {}};
      for (std::size_t i = 0; i < cell.columns; ++i, ++column) {
        laid.width += grid.widths[column];
        taken[column] = cell.rows;
      }
      if (!cell.vertical) {
        laid.shaped = typesetter_.shape(laid.text, sheet.layout().styles[cell.style],
                                        laid.width - 2 * kCellSide);
      }
      all.push_back(std::move(laid));
    }
    for (std::size_t& n : taken) n -= n > 0 ? 1U : 0U;
    if (std::all_of(taken.begin(), taken.end(), [](std::size_t n) { return n == 0; })) {
      ends.push_back(r + 1);
    }
  }
  for (std::size_t most = 1; most <= rows.size(); ++most) {
    for (const Laid& laid : all) {
      if (laid.cell->rows != most) continue;
      const auto first = heights.begin() + static_cast<std::ptrdiff_t>(laid.row);
      const double there = std::accumulate(first, first + static_cast<std::ptrdiff_t>(most), 0.0);
      const double more = laid.shaped.height() + 2 * kCellTop - there;
      if (more > 0) *(first + static_cast<std::ptrdiff_t>(most) - 1) += more;
    }
  }
  std::vector<Strip> made;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    Strip strip;
    const auto top = [&](std::size_t row) {
      return std::accumulate(heights.begin() + static_cast<std::ptrdiff_t>(begin),
                             heights.begin() + static_cast<std::ptrdiff_t>(row), 0.0);
    };
    strip.height = top(end);
    for (Laid& laid : all) {
      if (laid.row < begin || laid.row >= end) continue;
      const double y = top(laid.row);
      const Strip::Box box{laid.x, y, laid.width, top(laid.row + laid.cell->rows) - y, grid.border};
      strip.boxes.push_back(box);
      const Style& style = sheet.layout().styles[laid.cell->style];
      if (laid.cell->vertical) {
        stacked(strip, laid.text, style, style.size, box, laid.cell->stand);
        continue;
      }
      const bool tall = box.height > sheet.layout().content_height();
      const double down = stood(tall ? Stand::top : laid.cell->stand, box.height - 2 * kCellTop,
                                laid.shaped.height());
      strip.writings.push_back({std::move(laid.shaped), laid.x + kCellSide, y + kCellTop + down});
    }
    made.push_back(std::move(strip));
    begin = end;
  }
  return made;
}

void StripMaker::stacked(Strip& to, const std::string& text, const Style& style, double size,
                         const Strip::Box& box, Stand stand) {
  Style upright = style;
  const double em = size / kPointsPerMm;
  upright.leading = 1 + style.spacing;
  upright.spacing = 0;
  upright.indent = 0;
  const std::vector<std::string> columns = stack(text, style, size, box.height - 2 * kPlaceTop);
  const double pitch = em * style.leading;
  const double all = em + static_cast<double>(columns.size() - 1) * pitch;
  double x = box.x + (box.width + all) / 2 - em;
  for (const std::string& column : columns) {
    Shaped shaped = typesetter_.shape(column, upright, em * 1.5, size, Align::center);
    const double room = box.height - 2 * kPlaceTop;
    const double y = box.y + kPlaceTop + stood(stand, room, shaped.height());
    to.writings.push_back({std::move(shaped), x - em * 0.25, y});
    x -= pitch;
  }
}

Strip StripMaker::place(const Sheet& sheet, const Place& place, double x, double y,
                        std::vector<std::string>& rest) {
  Strip made;
  const Strip::Box box{x, y, place.width, place.height, place.border};
  made.height = y + place.height;
  if (place.border > 0) made.boxes.push_back(box);
  const std::string text = sheet.text(place.text);
  if (text.empty()) return made;
  const Style& style = sheet.layout().styles[place.style];
  const double width = place.width - 2 * kPlaceSide;
  const double height = place.height - 2 * kPlaceTop;
  const auto fits = [&](std::string_view some, double size) {
    if (place.vertical) return stack_fits(some, style, size, width, height);
    const Shaped shaped = typesetter_.shape(some, style, width, size);
    return shaped.height() <= height + kRounding && shaped.width <= width + kRounding;
  };
  const Fitted fitted = fit(text, style, note_sign(rest.size() + 1),
                            room_for(style, place.width, place.height), fits);
  if (!fitted.whole) rest.push_back(text);
  if (place.vertical) {
    stacked(made, fitted.text, style, fitted.size, box, place.stand);
    return made;
  }
  Shaped shaped = typesetter_.shape(fitted.text, style, width, fitted.size);
  const double down = stood(place.stand, height, shaped.height());
  made.writings.push_back({std::move(shaped), x + kPlaceSide, y + kPlaceTop + down});
  return made;
}

}  // namespace guidang::forms
