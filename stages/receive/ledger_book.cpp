// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/ledger_book.h"

#include <sys/mman.h>

#include <cstddef>
#include <utility>

#include "pipeline/failure.h"
#include "pipeline/files/csv.h"
#include "pipeline/files/fd.h"
#include "pipeline/text/decode.h"
#include "stages/receive/codes.h"

namespace guidang::receive {
namespace {

Extraction read_tables(Reader& reader, const std::string& bytes, const std::string& name) {
  const files::Fd copy{::memfd_create("register", MFD_CLOEXEC)};
  if (!copy) throw Failure("内存文件 memory file", "cannot be made");
  files::write_all(copy.get(), bytes, "register");
  return reader.tables(copy.get(), name);
}

bool has_above(const Gate& gate, const std::string& table) {
  bool above = false;
  (void)files::read_csv(table, [&](const files::CsvRow& row) {
    for (const std::string& cell : row.fields) above = above || gate.above_value(cell);
    return !above;
  });
  return above;
}

}  // namespace

LedgerFile add_ledger_file(const Ledger& ledger, const std::string& bytes, Reader& reader,
                           const Gate& gate, Ledgers& ledgers, std::vector<Finding>& findings) {
  LedgerFile file;
  const auto add = [&](Ledger one, std::string_view csv) {
    const LedgerRead read = ledgers.add(std::move(one), csv, findings);
    file.known = file.known || read != LedgerRead::none;
    file.above = file.above || read == LedgerRead::above;
    return read != LedgerRead::none;
  };
  if (!text::looks_binary(bytes)) {
    add(ledger, bytes);
    return file;
  }
  Extraction book = read_tables(reader, bytes, ledger.name);
  if (book.state != TextState::read) {
    file.damage = book.reason.empty() ? "no workbook: " + book.format : book.reason;
    return file;
  }
  const auto property = [&](const std::string& key) {
    const auto at = book.properties.find(key);
    return at == book.properties.end() ? std::string{} : at->second;
  };
  // Heads, feet and properties speak of all sheets.
  const std::vector<std::string> tables = std::exchange(book.pages, {});
  file.above = gate.above(book);
  const auto note = [&](std::string_view code, std::string found) {
    findings.push_back({.code = std::string{code},
                        .severity = Severity::note,
                        .path = ledger.shown,
                        .found = std::move(found)});
  };
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Ledger one = ledger;
    one.above = one.above || file.above;
    one.sheet = property("sheet:" + std::to_string(i + 1));
    if (one.sheet.empty()) one.sheet = std::to_string(i + 1);
    const std::string sheet = one.sheet;
    if (tables[i].empty() || add(std::move(one), tables[i])) continue;
    file.above = file.above || has_above(gate, tables[i]);
    note(kSheetLeftOut, sheet);
  }
  const std::string mismatch = property("extension_mismatch");
  if (file.known && !mismatch.empty()) note(kLedgerFormat, mismatch + " → " + book.format);
  return file;
}

}  // namespace guidang::receive
