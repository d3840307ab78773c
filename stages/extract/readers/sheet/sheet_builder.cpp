// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/sheet/sheet_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "pipeline/files/csv.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"

namespace guidang::extract {
namespace {

/// Merged areas of one sheet; Excel itself stops there.
constexpr std::size_t kAreas = 65'535;
/// Of one workbook; 16 bytes each.
constexpr std::size_t kCells = 8'000'000;

}  // namespace

bool SheetBuilder::spend(std::uint64_t bytes) {
  if (limits_.text_bytes - std::min(spent_, limits_.text_bytes) < bytes) full_ = true;
  if (!full_) spent_ += bytes;
  return !full_;
}

std::string SheetBuilder::reason() const {
  return fmt::format("more than {} MB of text or {} cells", limits_.text_bytes >> 20, kCells);
}

void SheetBuilder::begin(std::string_view name) {
  sheets_.push_back({.name = std::string{name}});
  if (sheets_.size() > limits_.pages) full_ = true;
}

void SheetBuilder::cell(std::uint32_t row, std::uint32_t column, std::string_view value) {
  if (value.empty() || full_) return;
  if (cells_.size() >= kCells || values_.size() + value.size() > limits_.text_bytes) {
    full_ = true;
    return;
  }
  cells_.push_back({.row = row,
                    .column = column,
                    .from = static_cast<std::uint32_t>(values_.size()),
                    .size = static_cast<std::uint32_t>(value.size())});
  values_ += value;
}

void SheetBuilder::merge(std::uint32_t row, std::uint32_t column, std::uint32_t last_row,
                         std::uint32_t last_column) {
  if (areas_.size() < kAreas) areas_.push_back({row, column, last_row, last_column});
}

void SheetBuilder::beside(std::string_view text) {
  const std::string_view trimmed = text::trim(text);
  if (trimmed.empty() || !spend(trimmed.size() + 1)) return;
  beside_ += trimmed;
  beside_ += '\n';
}

void SheetBuilder::put_in_order() {
  const auto place = [](const Cell& cell) { return std::tie(cell.row, cell.column); };
  if (!std::ranges::is_sorted(cells_, {}, place)) {
    // `from` grows with each cell, so that of two at one place the later one stays behind.
    std::ranges::sort(cells_, {},
                      [](const Cell& cell) { return std::tie(cell.row, cell.column, cell.from); });
  }
  // The later of two at one place.
  auto kept = cells_.begin();
  for (auto at = cells_.begin(); at != cells_.end(); ++at) {
    const auto next = std::next(at);
    if (next == cells_.end() || place(*next) != place(*at)) *kept++ = *at;
  }
  cells_.erase(kept, cells_.end());
}

void SheetBuilder::empty_covered() {
  const auto place = [](const Cell& cell) { return std::pair{cell.row, cell.column}; };
  for (const Area& area : areas_) {
    auto at = std::ranges::lower_bound(cells_, std::pair{area.row, area.column}, {}, place);
    while (at != cells_.end() && at->row <= area.last_row) {
      const bool first = place(*at) == std::pair{area.row, area.column};
      if (at->column >= area.column && at->column <= area.last_column && !first) at->size = 0;
      if (at->column >= area.last_column) {
        at = std::lower_bound(at + 1, cells_.end(), std::pair{at->row + 1, area.column},
                              [&](const Cell& cell, const auto& p) { return place(cell) < p; });
      } else {
        ++at;
      }
    }
  }
  areas_.clear();
  std::erase_if(cells_, [](const Cell& cell) { return cell.size == 0; });
}

void SheetBuilder::write_text(std::string& out) {
  std::vector<std::uint32_t> columns;
  for (const Cell& cell : cells_) columns.push_back(cell.column);
  std::ranges::sort(columns);
  columns.erase(std::ranges::unique(columns).begin(), columns.end());
  std::size_t at_column = 0;
  for (std::size_t i = 0; i < cells_.size() && !full_; ++i) {
    const Cell& cell = cells_[i];
    const auto column =
        static_cast<std::size_t>(std::ranges::lower_bound(columns, cell.column) - columns.begin());
    if (i > 0 && cells_[i - 1].row != cell.row) {
      out += '\n';
      at_column = 0;
    }
    if (!spend(column - at_column + cell.size + 1)) return;
    out.append(column - at_column, '\t');
    out += value(cell);
    at_column = column;
  }
  if (!cells_.empty()) out += '\n';
}

void SheetBuilder::write_table(std::string& out) {
  std::uint32_t next_row = 0;
  for (std::size_t i = 0; i < cells_.size() && !full_;) {
    const std::uint32_t row = cells_[i].row;
    std::vector<std::string> fields;
    std::uint64_t bytes = 2ULL * (row - next_row + 1);
    for (; i < cells_.size() && cells_[i].row == row; ++i) {
      bytes += 2ULL * cells_[i].size + cells_[i].column - fields.size() + 2;
      fields.resize(std::size_t{cells_[i].column} + 1);
      fields.back() = value(cells_[i]);
    }
    if (!spend(bytes)) return;
    for (; next_row < row; ++next_row) files::write_csv_row(out, {}, files::CsvSafety::exact);
    files::write_csv_row(out, fields, files::CsvSafety::exact);
    ++next_row;
  }
}

void SheetBuilder::end() {
  put_in_order();
  empty_covered();
  std::string& out = sheets_.back().text;
  if (use_ == SheetUse::tables) {
    write_table(out);
  } else {
    write_text(out);
    out += beside_;
  }
  cells_.clear();
  values_.clear();
  beside_.clear();
}

Extraction SheetBuilder::take(Extraction result) {
  if (full_) return failed(std::move(result), reason());
  result.state = TextState::read;
  if (use_ == SheetUse::tables) {
    for (Sheet& sheet : sheets_) {
      result.pages.push_back(std::move(sheet.text));
      add_property(result, "sheet:" + std::to_string(result.pages.size()), sheet.name);
    }
    return result;
  }
  std::erase_if(sheets_, [](const Sheet& sheet) { return sheet.text.empty(); });
  std::string text;
  for (const Sheet& sheet : sheets_) {
    if (!text.empty()) text += '\n';
    if (sheets_.size() > 1) text += sheet.name + '\n';
    text += sheet.text;
  }
  result.pages.push_back(std::move(text));
  return result;
}

}  // namespace guidang::extract
