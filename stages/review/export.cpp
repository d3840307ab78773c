// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/export.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/account.h"
#include "pipeline/register/sorter.h"
#include "stages/review/sheet.h"

namespace guidang::review {
namespace {

bool stands(Verdict verdict) {
  return verdict == Verdict::accepted || verdict == Verdict::held ||
         verdict == Verdict::return_proposed || verdict == Verdict::stub;
}

bool is_asked(const Row& row, Verdict verdict, bool all) {
  if (!stands(verdict)) return false;
  if (row.stub || verdict != Verdict::accepted) return needs_a_person(row) || (all && !row.waived);
  return all && !row.waived;
}

/// A row on its way through the sorter: its cells, and what its cells may take.
std::string packed(const Cells& cells, const Row& row, Language language) {
  nlohmann::json choices = nlohmann::json::array();
  for (const Choice& choice : row.choices) choices.push_back(choice.in(language));
  return nlohmann::json{{"cells", cells}, {"choices", choices}, {"values", row.values}}.dump(
      -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

ExportReport export_rows(Register& source, const Profile& profile, const Meanings& meanings,
                         const ExportRequest& request) {
  Rows rows(source, profile);
  const auto sorter = make_sorter();
  ExportReport report;
  const tables::TableFormat format = tables::format_of(request.to);
  for_each_verdict(source, [&](const RecordId& document, const RecordId&, Verdict verdict) {
    if (!stands(verdict) || (verdict == Verdict::accepted && !request.all)) return;
    std::uint64_t taken = 0;
    for (const Row& row : rows.of(document)) {
      if (!is_asked(row, verdict, request.all)) continue;
      if (request.year != 0 && row.year && *row.year != request.year) continue;
      sorter->add(
          fmt::format("{}\x01{}\x01{:06}", row.place.substr(0, row.place.find(':')), document,
                      taken++),
          document,
          packed(cells_of(row, verdict, meanings, request.language), row, request.language));
    }
    report.rows += taken;
    report.records += taken > 0 ? 1U : 0U;
  });
  tables::TableWriter table(request.to, format, table_columns(request.language),
                            std::string(kSheet.in(request.language)));
  sorter->for_each([&](const SortedRow& sorted) {
    const nlohmann::json row = nlohmann::json::parse(sorted.payload);
    table.offer(static_cast<std::size_t>(Column::decision),
                row["choices"].get<std::vector<std::string>>());
    table.offer(static_cast<std::size_t>(Column::value),
                row["values"].get<std::vector<std::string>>());
    table.row(row["cells"].get<std::vector<std::string>>());
  });
  table.finish();
  return report;
}

}  // namespace guidang::review
