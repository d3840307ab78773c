// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/ledger.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include "pipeline/fields.h"
#include "pipeline/files/csv.h"
#include "pipeline/text/date.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/receive/codes.h"
#include "stages/receive/given.h"

namespace guidang::receive {
namespace {

/// Rows above the headings: title, year, whose register it is.
constexpr std::size_t kTitleRows = 10;
constexpr std::size_t kMostLedgers = 0xFFFF;

/// A cell in the store: its length in four bytes, then its bytes. A row: its cells' count first.
void put_length(std::string& store, std::size_t length) {
  const auto value = static_cast<std::uint32_t>(length);
  std::array<char, sizeof value> bytes{};
  std::memcpy(bytes.data(), &value, sizeof value);
  store.append(bytes.data(), bytes.size());
}

std::size_t take_length(std::string_view& store) {
  std::uint32_t value = 0;
  std::memcpy(&value, store.data(), sizeof value);
  store.remove_prefix(sizeof value);
  return value;
}

Finding ledger_finding(std::string_view code, Severity severity, const Ledger& ledger,
                       std::size_t line, std::string found, std::string expected = {}) {
  return {.code = std::string{code},
          .severity = severity,
          .path = ledger.shown,
          .place = line == 0 ? std::string{} : row_name(ledger, ledger.name, line),
          .found = std::move(found),
          .expected = std::move(expected)};
}

}  // namespace

std::string row_name(const Ledger& ledger, std::string_view file, std::size_t line) {
  std::string name{file};
  name += ':';
  if (!ledger.sheet.empty()) name += ledger.sheet + '!';
  return name + std::to_string(line);
}

bool Ledgers::read_header(Ledger& ledger, const std::vector<std::string>& header) const {
  std::size_t known = 0;
  ledger.headings.clear();
  ledger.fields.clear();
  for (const std::string& cell : header) {
    const std::string heading = text::nfc(text::trim(cell));
    const auto column = settings_.columns.find(text::fold(heading));
    if (column != settings_.columns.end()) ++known;
    ledger.headings.push_back(heading);
    ledger.fields.push_back(column != settings_.columns.end() ? column->second : heading);
  }
  // A single known word may stand in any table; two make a register.
  return known >= 2;
}

bool Ledgers::row_above(const Ledger& ledger, const std::vector<std::string>& row) const {
  if (ledger.above) return true;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i < ledger.fields.size() && is_level_field(ledger.fields[i]) && gate_.above_level(row[i])) {
      return true;
    }
    // Any cell: a comma without quotes moves the level into another column.
    if (gate_.above_value(row[i])) return true;
  }
  return false;
}

void Ledgers::add_row(const Ledger& ledger, std::uint32_t line,
                      const std::vector<std::string>& row) {
  const bool blank = std::all_of(row.begin(), row.end(),
                                 [](const std::string& cell) { return text::trim(cell).empty(); });
  if (blank) return;
  rows_.push_back({.cells = store_.size(),
                   .line = line,
                   .ledger = static_cast<std::uint16_t>(ledgers_.size()),
                   .above = row_above(ledger, row),
                   .longer = row.size() > ledger.fields.size()});
  put_length(store_, row.size());
  for (const std::string& cell : row) {
    const std::string_view trimmed = text::trim(cell);
    put_length(store_, trimmed.size());
    store_ += trimmed;
  }
}

LedgerRead Ledgers::add(Ledger ledger, std::string_view bytes, std::vector<Finding>& findings) {
  const text::Decoded decoded = text::decode(bytes);
  const std::size_t before = rows_.size();
  const bool outside = ledger.above;
  std::size_t title_rows = 0;
  bool known = false;
  const auto error = files::read_csv(decoded.text, [&](const files::CsvRow& row) {
    if (!known) {
      known = read_header(ledger, row.fields);
      ledger.above = ledger.above ||
                     std::any_of(row.fields.begin(), row.fields.end(),
                                 [&](const std::string& cell) { return gate_.above_value(cell); });
      return known || ++title_rows <= kTitleRows;
    }
    const std::size_t line = ledger.sheet.empty() ? row.line : row.number;
    add_row(ledger, static_cast<std::uint32_t>(line), row.fields);
    return true;
  });
  if (!known || ledgers_.size() >= kMostLedgers) {
    rows_.resize(before);
    return LedgerRead::none;
  }
  if (error && !ledger.above) {
    findings.push_back(
        ledger_finding(kLedgerCut, Severity::hold, ledger, error->line, error->message));
  }
  if (decoded.undecodable > 0 && !ledger.above) {
    findings.push_back(ledger_finding(kUndecodable, Severity::warning, ledger, 0,
                                      std::to_string(decoded.undecodable) + " 字节 bytes",
                                      decoded.encoding));
  }
  for (std::size_t i = before; i < rows_.size(); ++i) {
    rows_[i].above = rows_[i].above || ledger.above;
  }
  const bool above = ledger.above && !outside;
  ledgers_.push_back(std::move(ledger));
  return above ? LedgerRead::above : LedgerRead::taken;
}

void Ledgers::seal() {
  for (std::uint32_t i = 0; i < size(); ++i) {
    const std::string number = value(i, "document_number");
    if (!number.empty()) numbers_.add(text::matching_key(number), i);
    titles_.add(text::fold(value(i, "title")), i);
  }
  numbers_.seal();
  titles_.seal();
  find_twins();
}

void Ledgers::find_twins() {
  std::unordered_map<std::string, std::uint32_t> registered;
  std::unordered_map<std::string, std::uint32_t> issued;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const auto twin_in = [&](auto& seen, const std::string& key) -> std::uint32_t {
      // Naming the twin of a secret row would give its number away.
      if (key.empty() || rows_[i].above) return 0;
      const auto [first, fresh] = seen.emplace(key, i);
      return fresh ? 0 : rows_[first->second].line;
    };
    if (!value(i, "register_no").empty()) rows_[i].twin = twin_in(registered, register_key(i));
    const std::string number = value(i, "document_number");
    if (ledger_of(i).direction == Direction::issued && !number.empty()) {
      rows_[i].twin_number = twin_in(issued, text::matching_key(number));
    }
  }
}

bool Ledgers::has(Direction direction) const {
  return std::any_of(ledgers_.begin(), ledgers_.end(),
                     [&](const Ledger& ledger) { return ledger.direction == direction; });
}

std::vector<std::string_view> Ledgers::cells(std::uint32_t index) const {
  std::string_view at = std::string_view{store_}.substr(rows_[index].cells);
  std::vector<std::string_view> cells(take_length(at));
  for (std::string_view& cell : cells) {
    const std::size_t length = take_length(at);
    cell = at.substr(0, length);
    at.remove_prefix(length);
  }
  return cells;
}

std::string Ledgers::value(std::uint32_t index, std::string_view field) const {
  const Ledger& ledger = ledger_of(index);
  const auto row = cells(index);
  for (std::size_t i = 0; i < std::min(row.size(), ledger.fields.size()); ++i) {
    if (ledger.fields[i] == field && !row[i].empty()) return std::string{row[i]};
  }
  return {};
}

std::vector<GivenField> Ledgers::given(std::uint32_t index, std::vector<Finding>& findings) const {
  const LedgerRow& row = rows_[index];
  const Ledger& ledger = ledger_of(index);
  const auto values = cells(index);
  const std::string at = where(index);
  std::vector<GivenField> fields;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].empty()) continue;
    std::string name = i < ledger.fields.size() ? ledger.fields[i] : std::string{};
    if (name == kFileColumn) name = ledger.headings[i];
    if (name.empty()) name = "第" + std::to_string(i + 1) + "栏";
    GivenField field{
        .name = name, .value = std::string{values[i]}, .source = "ledger", .where = at};
    normalise_date(field, ledger.shown, findings);
    fields.push_back(std::move(field));
  }
  const auto report = [&](std::string_view code, Severity severity, std::string found,
                          std::string expected) {
    findings.push_back(
        ledger_finding(code, severity, ledger, row.line, std::move(found), std::move(expected)));
  };
  if (row.longer) {
    report(kCells, Severity::warning, std::to_string(values.size()) + " 栏 cells",
           std::to_string(ledger.fields.size()) + " 栏 cells");
  }
  if (row.twin != 0) {
    report(kRegisterTwice, Severity::warning, value(index, "register_no"),
           "首见于第 " + std::to_string(row.twin) + " 行 · first in that line");
  }
  if (row.twin_number != 0) {
    report(kNumberTwice, Severity::hold, value(index, "document_number"),
           "首见于第 " + std::to_string(row.twin_number) + " 行 · first in that line");
  }
  return fields;
}

std::vector<std::uint32_t> Ledgers::by_number(std::string_view key) const {
  return numbers_.find(key);
}

std::vector<std::uint32_t> Ledgers::by_title(std::string_view key) const {
  return titles_.find(key);
}

}  // namespace guidang::receive
