// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/sheet.h"

#include <algorithm>
#include <charconv>

#include "pipeline/forms/clean.h"

namespace guidang::forms {
namespace {

Values prepared(const std::vector<Field>& fields, const Values& values) {
  Values made;
  for (const Field& field : fields) {
    const auto value = values.find(field.name);
    if (value == values.end() || value->second.empty()) continue;
    made.emplace(field.name, show_date(clean(value->second), field.date));
  }
  return made;
}

}  // namespace

Sheet::Sheet(const Form::Layout& layout, std::size_t form, const Values& values)
    : layout_(layout), form_(form), values_(prepared(layout.sheet_fields, values)) {
  const auto date = values.find(kDate);
  if (date != values.end()) date_ = date->second;
}

void Sheet::line(const Values& values) {
  line_ = prepared(layout_.row_fields, values);
  ++lines_;
  for (const auto& [name, value] : line_) {
    Sum& sum = sums_[name];
    std::uint64_t number = 0;
    const char* const end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, number);
    constexpr std::uint64_t kMost = 1'000'000'000;
    sum.known = sum.known && read.ec == std::errc{} && read.ptr == end && number <= kMost;
    if (sum.known) sum.value += number;
  }
}

std::string_view Sheet::find(std::string_view name, std::string& made) const {
  if (const auto value = line_.find(name); value != line_.end()) return value->second;
  if (const auto value = values_.find(name); value != values_.end()) return value->second;
  if (name == kRowCount) return made = std::to_string(lines_);
  if (name.starts_with(kSum)) {
    const auto sum = sums_.find(name.substr(kSum.size()));
    if (sum == sums_.end() || !sum->second.known) return {};
    return made = std::to_string(sum->second.value);
  }
  return {};
}

std::string Sheet::text(const TextTemplate& text, std::uint64_t page) const {
  std::string made;
  return text.render([&](std::string_view name) -> std::string_view {
    if (name == kPage) return made = std::to_string(page);
    return find(name, made);
  });
}

bool Sheet::holds(const Condition& condition) const {
  if (condition.name.empty()) return true;
  std::string made;
  return find(condition.name, made).empty() == condition.unless;
}

const Tile* Sheet::tile(const Tiles& tiles) const {
  const auto found = std::find_if(tiles.tiles.begin(), tiles.tiles.end(),
                                  [this](const Tile& tile) { return holds(tile.when); });
  return found == tiles.tiles.end() ? nullptr : &*found;
}

std::vector<const Column*> Sheet::columns(const Rows& rows) const {
  std::vector<const Column*> there;
  for (const Column& column : rows.columns) {
    if (column.shown != Shown::table && holds(column.when)) there.push_back(&column);
  }
  return there;
}

std::vector<double> Sheet::widths(const std::vector<const Column*>& columns) const {
  double rest = layout_.content_width();
  for (const Column* column : columns) rest -= column->width.value_or(0);
  std::vector<double> widths;
  for (const Column* column : columns) widths.push_back(column->width.value_or(rest));
  return widths;
}

std::vector<std::size_t> spans(const std::vector<Cell>& cells, const Rows& rows,
                               const std::vector<const Column*>& there) {
  std::vector<std::size_t> made;
  std::size_t at = 0;
  for (const Cell& cell : cells) {
    std::size_t left = cell.columns;
    std::size_t span = 0;
    while (left > 0 && at < rows.columns.size()) {
      const Column* column = &rows.columns[at++];
      if (column->shown == Shown::table) continue;
      --left;
      span += static_cast<std::size_t>(std::count(there.begin(), there.end(), column));
    }
    made.push_back(span);
  }
  return made;
}

}  // namespace guidang::forms
