// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/sorter.h"

#include "pipeline/register/sqlite.h"

namespace guidang {
namespace {

class SqliteSorter : public Sorter {
 public:
  SqliteSorter() : database_("", sqlite::Database::Mode::create) {
    database_.execute(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
        "CREATE TABLE row (key BLOB, record BLOB, payload BLOB); BEGIN;");
    insert_ = database_.prepare(
        "INSERT INTO row VALUES (cast(?1 AS BLOB), cast(?2 AS BLOB), cast(?3 AS BLOB))");
  }

  void add(std::string_view key, std::string_view record, std::string_view payload) override {
    insert_.run(key, record, payload);
  }

  void for_each(const std::function<void(const SortedRow&)>& visit) override {
    sqlite::Statement rows =
        database_.prepare("SELECT key, record, payload FROM row ORDER BY key, record, rowid");
    SortedRow row;
    while (rows.step()) {
      row.key = rows.text(0);
      row.record = rows.text(1);
      row.payload = rows.text(2);
      visit(row);
    }
  }

 private:
  sqlite::Database database_;
  sqlite::Statement insert_;
};

}  // namespace

std::unique_ptr<Sorter> make_sorter() { return std::make_unique<SqliteSorter>(); }

}  // namespace guidang
