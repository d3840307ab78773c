// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sstream>
#include <string>

#include "pipeline/register/register.h"

namespace guidang::test {

/// Every row that says something, as text, in an order of its own: what two registers must share to
/// be in the same state. Left out: the journal of runs, the wall clock and run of an event, and row
/// numbers, which count attempts.
inline std::string dump(Register& source) {
  constexpr std::string_view kQueries[]{
      "SELECT key, batch, path, state, code, digest, size, document, commit_id FROM file ORDER BY "
      "key",
      "SELECT * FROM object ORDER BY digest",
      "SELECT * FROM record ORDER BY id",
      "SELECT * FROM member ORDER BY document",
      "SELECT record, kind, stage, revision, fingerprint, digest, value, amendment, commit_id "
      "FROM fact ORDER BY record, kind, id",
      "SELECT c.record, c.kind, f.digest, c.since FROM current c JOIN fact f ON f.id = c.fact "
      "ORDER BY c.record, c.kind",
      "SELECT * FROM pass ORDER BY stage, record",
      "SELECT * FROM mark ORDER BY stage",
      "SELECT subject, stage, code, severity, path, place, found, expected, citations, commit_id, "
      "ended FROM finding ORDER BY subject, stage, id",
      "SELECT record, field, value, by_whom, date, why, commit_id FROM decision ORDER BY id",
      "SELECT * FROM ledger ORDER BY series, number",
      "SELECT * FROM counter ORDER BY series",
      "SELECT * FROM seal ORDER BY year, edition",
      "SELECT * FROM pin ORDER BY record",
      "SELECT id, prev, digest, what, row_count FROM event ORDER BY id"};
  std::ostringstream text;
  for (const std::string_view query : kQueries) {
    text << "-- " << query << '\n';
    sqlite::Statement rows = source.database().prepare(query);
    while (rows.step()) {
      for (int column = 0; column < rows.columns(); ++column) text << rows.text(column) << '|';
      text << '\n';
    }
  }
  return text.str();
}

}  // namespace guidang::test
