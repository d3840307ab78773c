// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/seal.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/tables/table_reader.h"
#include "stages/extract/process/helper_pool.h"
#include "stages/seal/import_ledger.h"

namespace guidang::cli {
namespace {

/// A catalogue of a million numbers is some 200 MB.
constexpr std::uint64_t kLargestLedger = std::uint64_t{512} << 20U;

nlohmann::ordered_json to_json(const SealReport& report, int year) {
  nlohmann::ordered_json series = nlohmann::ordered_json::array();
  for (const SealedSeries& one : report.series) {
    series.push_back({{"series", one.series}, {"first", one.first}, {"last", one.last}});
  }
  nlohmann::ordered_json held = nlohmann::ordered_json::array();
  for (const HeldItem& item : report.held) {
    held.push_back({{"record", item.item},
                    {"path", item.place},
                    {"verdict", to_text(item.verdict)},
                    {"undated", item.undated}});
  }
  return {{"year", year},          {"sealed", report.sealed}, {"edition", report.edition},
          {"items", report.items}, {"series", series},        {"held", report.held_count},
          {"held_items", held}};
}

void print(const SealReport& report, int year, const Console& console) {
  for (const HeldItem& item : report.held) {
    console.out << fmt::format("{}  {}  {}{}\n", item.item,
                               console(kVerdictWords[static_cast<std::size_t>(item.verdict)]),
                               item.place, item.undated ? console(kUndated) : "");
  }
  if (!report.sealed) {
    console.err << console(kError)
                << fmt::format(fmt::runtime(console(kNotSealed)), year, report.held_count) << '\n'
                << console(kAdvice) << console(kNotSealedAdvice) << '\n';
    return;
  }
  for (const SealedSeries& one : report.series) {
    console.out << fmt::format("{}  {}–{}\n", one.series, one.first, one.last);
  }
  console.out << fmt::format("{} {}-{}  {} {}\n", console(kSealedWord), year, report.edition,
                             report.items, console(kItemsWord));
}

}  // namespace

ExitStatus execute(const SealArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::write);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const SealReport report = seal_year(home.registry(), profile, arguments.year,
                                      {.by = arguments.by,
                                       .checked_by = arguments.checked_by,
                                       .date = as_of(arguments.as_of),
                                       .leave_held = arguments.leave_held,
                                       .why = arguments.why,
                                       .at = timestamp()});
  if (arguments.json) {
    console.out << to_json(report, arguments.year).dump() << '\n';
  } else {
    print(report, arguments.year, console);
  }
  return report.sealed ? ExitStatus::done : ExitStatus::held;
}

ExitStatus execute(const LedgerArguments& arguments, const Console& console) {
  // Helpers are forked before the home is open.
  extract::HelperPool reader(1, {});
  Home home(arguments.home, Home::Mode::write);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  std::vector<ImportTable> tables;
  for (const std::string& file : arguments.files) {
    tables.emplace_back([&reader, &file](const ImportVisit& visit) {
      tables::read_table(file, reader,
                         [&](const tables::TableRow& row) { return visit(row.number, row.cells); },
                         {.bytes = kLargestLedger});
    });
  }
  const ImportReport report = import_ledger(home.registry(), profile, tables,
                                            as_of(arguments.as_of), timestamp(), home.fonds().code);
  for (const ImportError& error : report.errors) {
    console.out << fmt::format("{}:{}: {}  {}\n", arguments.files[error.table], error.line,
                               error.code, error.message);
  }
  if (!report.errors.empty()) {
    console.err << console(kError) << console(kNothingImported) << '\n';
    return ExitStatus::held;
  }
  console.out << fmt::format("{} {}  {} {}  {} {}  {} {}\n", console(kImported), report.imported,
                             console(kOfVolumes), report.volumes, console(kNamed), report.named,
                             console(kKeptBack), report.kept_back);
  return ExitStatus::done;
}

}  // namespace guidang::cli
