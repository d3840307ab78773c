// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/ledger.h"

namespace guidang {
namespace {

constexpr std::string_view kColumns = "series, number, code, state, item, year, edition, note";

LedgerRow row_from(const sqlite::Statement& row) {
  return LedgerRow{.series = std::string(row.text(0)),
                   .number = static_cast<std::uint32_t>(row.integer(1)),
                   .code = std::string(row.text(2)),
                   .state = std::string(row.text(3)),
                   .item = std::string(row.text(4)),
                   .year = static_cast<int>(row.integer(5)),
                   .edition = static_cast<int>(row.integer(6)),
                   .note = std::string(row.text(7))};
}

}  // namespace

std::uint32_t Ledger::last(std::string_view series) {
  return static_cast<std::uint32_t>(
      db_.prepare("SELECT last FROM counter WHERE series = ?1").bind(series).step_integer());
}

std::optional<LedgerRow> Ledger::of_item(const RecordId& item) {
  sqlite::Statement query = db_.prepare("SELECT " + std::string(kColumns) +
                                        " FROM ledger WHERE item = ?1 AND state = 'used'");
  if (!query.bind(item).step()) return std::nullopt;
  return row_from(query);
}

void Ledger::for_each(int year, const std::function<void(const LedgerRow&)>& visit) {
  sqlite::Statement rows =
      db_.prepare("SELECT " + std::string(kColumns) +
                  " FROM ledger WHERE ?1 = 0 OR year = ?1 ORDER BY series, number");
  rows.bind(year);
  while (rows.step()) visit(row_from(rows));
}

std::vector<SealRow> Ledger::seals(int year) {
  sqlite::Statement rows = db_.prepare(
      "SELECT year, edition, by_whom, checked_by, date, left_held, why FROM seal "
      "WHERE ?1 = 0 OR year = ?1 ORDER BY year, edition");
  rows.bind(year);
  std::vector<SealRow> seals;
  while (rows.step()) {
    seals.push_back(SealRow{.year = static_cast<int>(rows.integer(0)),
                            .edition = static_cast<int>(rows.integer(1)),
                            .by = std::string(rows.text(2)),
                            .checked_by = std::string(rows.text(3)),
                            .date = std::string(rows.text(4)),
                            .left_held = static_cast<std::uint32_t>(rows.integer(5)),
                            .why = std::string(rows.text(6))});
  }
  return seals;
}

bool Ledger::sealed(const RecordId& record) {
  return db_.prepare("SELECT EXISTS (SELECT 1 FROM pin WHERE record = ?1)")
             .bind(record)
             .step_integer() != 0;
}

std::vector<std::string> Ledger::missing() {
  sqlite::Statement rows = db_.prepare(
      "SELECT c.series, c.last, count(l.number) FROM counter c "
      "LEFT JOIN ledger l ON l.series = c.series AND l.number <= c.last "
      "GROUP BY c.series HAVING count(l.number) <> c.last");
  std::vector<std::string> series;
  while (rows.step()) series.emplace_back(rows.text(0));
  return series;
}

}  // namespace guidang
