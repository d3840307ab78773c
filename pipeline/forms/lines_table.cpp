// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/lines_table.h"

namespace guidang::forms {
namespace {

constexpr double kMmPerCharacter = 2;
constexpr double kWide = 50;  ///< characters, of the column that takes what is left

std::vector<tables::TableColumn> columns_of(const Form::Layout& form) {
  std::vector<tables::TableColumn> made;
  const auto* rows = std::get_if<Rows>(&form.blocks.at(form.lines_at()).content);
  if (rows == nullptr) {
    for (const Field& field : form.row_fields) made.push_back({field.zh, 12, {}, true});
    return made;
  }
  for (const Column& column : rows->columns) {
    if (column.shown == Shown::paper) continue;
    const std::string heading =
        column.band.empty() ? column.heading : column.band + " " + column.heading;
    made.push_back({heading, column.width ? *column.width / kMmPerCharacter : kWide, {}, true});
  }
  return made;
}

std::vector<TextTemplate> cells_of(const Form::Layout& form) {
  std::vector<TextTemplate> made;
  const auto* rows = std::get_if<Rows>(&form.blocks.at(form.lines_at()).content);
  if (rows != nullptr) {
    for (const Column& column : rows->columns) {
      if (column.shown != Shown::paper) made.push_back(column.text);
    }
    return made;
  }
  for (const Field& field : form.row_fields) made.push_back(TextTemplate::value(field.name));
  return made;
}

}  // namespace

LinesTable::LinesTable(const std::filesystem::path& file, tables::TableFormat format,
                       const Form::Layout& form)
    : cells_(cells_of(form)), table_(file, format, columns_of(form), form.title) {}

void LinesTable::line(const Sheet& sheet) {
  if (sheet.form() != 0) return;
  std::vector<std::string> row;
  for (const TextTemplate& cell : cells_) row.push_back(sheet.text(cell));
  table_.row(row);
}

}  // namespace guidang::forms
