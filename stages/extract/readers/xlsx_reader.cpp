// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "stages/extract/readers.h"
#include "stages/extract/readers/ooxml_package.h"
#include "stages/extract/readers/sheet/sheet_builder.h"
#include "stages/extract/readers/sheet/xlsx_parts.h"

namespace guidang::extract {
namespace {

/// Comments and the text of shapes: what stands on a sheet beside its cells.
void add_beside(OoxmlPackage& package, const std::string& sheet, SheetBuilder& out) {
  const auto take = [&](std::string_view text) { out.beside(text); };
  std::vector<Relation> parts = package.relations(sheet);
  sort_by_path(parts);
  for (const Relation& part : parts) {
    if (part.kind == "comments") each_text(package, part.path, "comment", take);
  }
  for (const Relation& part : parts) {
    if (part.kind == "drawing") each_text(package, part.path, "txBody", take);
  }
}

Extraction read_workbook(int fd, const Limits& limits, SheetUse use) {
  auto opened = OoxmlPackage::open(fd, limits);
  if (const auto* reason = std::get_if<std::string>(&opened)) return failed(*reason);
  auto& package = std::get<OoxmlPackage>(opened);
  const std::string main = package.main_part("xl/workbook.xml");
  if (main.ends_with(".bin")) return failed("a binary workbook (xlsb) has no reader");
  if (main.empty()) return failed("no workbook part");

  const std::vector<Relation> parts = package.relations(main);
  const Book book = read_book(package, main, parts);
  SheetBuilder sheets{use, limits};
  RunningTexts running;
  DistinctTexts hidden;
  for (const SheetEntry& sheet : book.sheets) {
    if (!package.error().empty() || sheets.full()) break;
    const Relation* part = find_relation(parts, sheet.relation);
    if (part == nullptr) {
      package.fail(fmt::format("sheet {} has no part", sheet.name));
      break;
    }
    sheets.begin(sheet.name);
    if (sheet.hidden) hidden.add(sheet.name);
    if (part->kind == "worksheet") {
      add_worksheet(package, part->path, book, sheets, running);
    }
    if (use == SheetUse::text) add_beside(package, part->path, sheets);
    sheets.end();
  }
  if (!package.error().empty()) return failed(package.error());
  if (book.sheets.empty()) return failed("workbook without sheets");

  Extraction result = sheets.take({});
  if (result.state != TextState::read) return result;
  add_property(result, "header_text", running.heads.joined());
  add_property(result, "footer_text", running.feet.joined());
  add_property(result, "hidden_sheets", hidden.joined());
  if (use == SheetUse::text) add_package_facts(package, result);
  return result;
}

}  // namespace

Extraction read_xlsx(int fd, const Limits& limits) {
  return read_workbook(fd, limits, SheetUse::text);
}

Extraction xlsx_tables(int fd, const Limits& limits) {
  return read_workbook(fd, limits, SheetUse::tables);
}

}  // namespace guidang::extract
