// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/account.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/fields_json.h"
#include "pipeline/facts_json.h"
#include "pipeline/files/csv.h"
#include "pipeline/home/home.h"
#include "pipeline/number/former_codes.h"
#include "pipeline/register/views.h"

namespace guidang::cli {
namespace {

template <typename F>
const F* fact_of(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

const Known& main_of(const Known& known) {
  if (const Item* item = fact_of<Item>(known)) {
    for (const Known& part : known.parts) {
      if (part.id == item->main) return part;
    }
  }
  return known;
}

nlohmann::ordered_json row_of(const Known& known, Verdict verdict) {
  const Known& main = main_of(known);
  nlohmann::ordered_json row{{"record", known.id}};
  const Origin* origin = fact_of<Origin>(main);
  row["path"] = origin == nullptr ? std::string() : origin->place;
  row["verdict"] = to_text(verdict);
  const Description* description = fact_of<Description>(main);
  row["fields"] =
      description == nullptr ? nlohmann::ordered_json::object() : fields_json(*description);
  const Appraisal* appraisal = fact_of<Appraisal>(known);
  row["appraisal"] = appraisal == nullptr ? nlohmann::json(nullptr) : to_json(Fact(*appraisal));
  const FilingYear* filing_year = fact_of<FilingYear>(known);
  row["year"] = filing_year != nullptr && filing_year->year ? nlohmann::json(*filing_year->year)
                                                            : nlohmann::json(nullptr);
  const Placement* placement = fact_of<Placement>(known);
  row["placement"] = placement == nullptr ? nlohmann::json(nullptr) : to_json(Fact(*placement));
  const ArchivalCode* code = fact_of<ArchivalCode>(known);
  row["code"] = code == nullptr ? nlohmann::json(nullptr) : nlohmann::json(code->text);
  row["provisional"] = code != nullptr && code->provisional;
  if (const auto it = known.decisions.find(kArchiveNumberDecision); it != known.decisions.end()) {
    row["archive_number"] = it->second.value;
  }
  if (const auto it = known.decisions.find(kFormerCodeDecision); it != known.decisions.end()) {
    row["former_codes"] = split_former(it->second.value);
  }
  nlohmann::ordered_json documents = nlohmann::ordered_json::array();
  for (const Known& part : known.parts) documents.push_back(part.id);
  row["documents"] = documents;
  return row;
}

std::string csv_of(const nlohmann::ordered_json& row) {
  const auto field = [&](const char* name) -> std::string {
    const auto it = row["fields"].find(name);
    return it == row["fields"].end() ? std::string() : (*it)["value"].get<std::string>();
  };
  const std::string year = row["year"].is_null() ? "" : std::to_string(row["year"].get<int>());
  const std::string period =
      row["appraisal"].is_null() ? "" : row["appraisal"].value("period", std::string());
  const std::vector<std::string> cells{row["record"],    row["code"].is_null() ? "" : row["code"],
                                       row["verdict"],   year,
                                       period,           field("document_number"),
                                       field("creator"), field("title"),
                                       field("date"),    field("doctype"),
                                       row["path"]};
  std::string line;
  files::write_csv_row(line, cells);
  return line;
}

}  // namespace

ExitStatus execute(const ExportArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::read);
  RecordReader records(home.registry());
  if (arguments.csv) {
    std::string heading = "\xEF\xBB\xBF";
    files::write_csv_row(heading, {"记录", "档号", "结论", "归档年度", "保管期限", "文号", "责任者",
                                   "题名", "日期", "文种", "来处"});
    console.out << heading;
  }
  const auto show = [&](const RecordId& top, Verdict verdict) {
    const nlohmann::ordered_json row = row_of(records.load(top), verdict);
    if (arguments.year != 0 && row["year"] != arguments.year) return;
    console.out << (arguments.csv
                        ? csv_of(row)
                        : row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
                              "\n");
  };
  for_each_verdict(home.registry(),
                   [&](const RecordId& document, const RecordId& item, Verdict verdict) {
                     if (item.empty()) return show(document, verdict);
                     const Known known = records.load(item);
                     const Item* fact = fact_of<Item>(known);
                     // An item comes once, when its main document's turn is.
                     if (fact != nullptr && fact->main == document) show(item, verdict);
                   });
  return ExitStatus::done;
}

}  // namespace guidang::cli
