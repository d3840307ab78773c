// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/renumber.h"

#include <fmt/format.h>

#include <memory>
#include <ostream>
#include <thread>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/progress_printer.h"
#include "pipeline/cli/scratch.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/number/code_pattern.h"
#include "pipeline/register/commit.h"
#include "pipeline/runner/runner.h"
#include "pipeline/tables/table_reader.h"
#include "pipeline/tables/table_writer.h"
#include "pipeline/text/utf8.h"
#include "stages/all.h"
#include "stages/extract/process/helper_pool.h"

namespace guidang::cli {
namespace {

constexpr std::string_view kLastStage = "number";

/// Works a home up to its codes, as `run` without a batch would.
class Numbering {
 public:
  Numbering(const RenumberArguments& arguments, const Console& console)
      : arguments_(arguments), console_(console), reader_(jobs(), {}) {}

  void bring_up(Home& home) {
    const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
    const Pipeline pipeline = make_pipeline(profile, home, reader_);
    const std::unique_ptr<Progress> progress = make_progress(console_, false);
    Runner(home, pipeline, reader_, *progress, {})
        .run({.jobs = jobs(),
              .until = std::string(kLastStage),
              .as_of = as_of(arguments_.as_of),
              .started = timestamp()});
  }
  [[nodiscard]] Reader& reader() { return reader_; }

 private:
  static unsigned jobs() { return std::max(1U, std::thread::hardware_concurrency()); }
  const RenumberArguments& arguments_;
  const Console& console_;
  extract::HelperPool reader_;
};

/// Headings of the plan; the same names are looked for when it comes back.
constexpr std::string_view kPlaceHeading = "顺序";
constexpr std::string_view kRecordHeading = "记录";
constexpr std::string_view kBeforeHeading = "原预编档号";

std::vector<tables::TableColumn> columns() {
  const auto column = [](std::string_view heading, double width, bool editable = false) {
    return tables::TableColumn{
        .heading = std::string(heading), .width = width, .editable = editable};
  };
  return {column(kPlaceHeading, 6, true),
          column("新预编档号", 26),
          column(kBeforeHeading, 26),
          column("变动", 6),
          column("文号", 20),
          column("题名", 50),
          column("日期", 12),
          column("保管期限", 10),
          column(kRecordHeading, 20)};
}

ExitStatus write_plan(const RenumberArguments& arguments, Register& before, Register& after,
                      const Console& console) {
  const bool xlsx = arguments.plan.ends_with(".xlsx");
  tables::TableWriter writer(
      arguments.plan, xlsx ? tables::TableFormat::xlsx : tables::TableFormat::csv, columns());
  std::uint64_t all = 0;
  std::uint64_t changed = 0;
  std::string series;
  std::uint64_t place = 0;
  compare_codes(before, after, arguments.year, [&](const Renumbered& row) {
    ++all;
    changed += row.changed() ? 1U : 0U;
    place = row.series == series ? place + 1 : 1;
    series = row.series;
    writer.row({std::to_string(place), row.after, row.before, row.changed() ? "变" : "",
                row.document_number, row.title, row.date, row.period, row.item});
  });
  writer.finish();
  console.err << fmt::format(fmt::runtime(console(kRenumberPlanned)), all, changed) << '\n';
  console.out << arguments.plan << '\n';
  return ExitStatus::done;
}

std::vector<WantedPlace> read_places(const std::string& file, Reader& reader) {
  std::vector<WantedPlace> rows;
  std::optional<std::size_t> place;
  std::optional<std::size_t> record;
  bool heading = true;
  tables::read_table(file, reader, [&](const tables::TableRow& row) {
    if (!heading) {
      const auto cell = [&](std::optional<std::size_t> column) {
        return column && *column < row.cells.size() ? std::string(text::trim(row.cells[*column]))
                                                    : std::string();
      };
      rows.push_back({.line = row.number, .record = cell(record), .place = cell(place)});
      return true;
    }
    heading = false;
    std::optional<std::size_t> code;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string name = text::remove_blanks(row.cells[i]);
      if (name == kPlaceHeading || name == "order") place = i;
      if (name == kRecordHeading || name == "record") record = i;
      if (name == kBeforeHeading || name == "档号" || name == "code") code = i;
    }
    if (!record) record = code;
    if (!record) {
      throw Failure(
          fmt::format("{}:{}: 没有“记录”或“档号”一列 / there is no column 记录 (record) or "
                      "档号 (code)",
                      file, row.number),
          "用 guidang renumber HOME YEAR --plan FILE 得到的表 / use the table of --plan",
          ExitStatus::usage);
    }
    return true;
  });
  return rows;
}

ExitStatus apply_plan(const RenumberArguments& arguments, Home& home, Home& rehearsal,
                      Numbering& numbering, const Console& console) {
  const PlacePlan plan = plan_places(rehearsal.registry(), arguments.year,
                                     read_places(arguments.apply, numbering.reader()));
  for (const PlaceError& error : plan.errors) {
    const std::string line = error.line == 0 ? std::string() : fmt::format(":{}", error.line);
    console.out << fmt::format("{}{}: {}  {}\n", arguments.apply, line, error.record,
                               error.message);
  }
  if (!plan.errors.empty()) {
    console.err << console(kError) << console(kNothingRenumbered) << '\n';
    return ExitStatus::held;
  }
  const PlaceAuthor author{
      .by = arguments.by, .date = as_of(arguments.as_of), .why = arguments.why, .at = timestamp()};
  // What the places do is seen before anything is written here.
  decide_places(rehearsal.registry(), plan.places, {}, author);
  numbering.bring_up(rehearsal);
  std::vector<Renumbered> changes;
  compare_codes(home.registry(), rehearsal.registry(), arguments.year, [&](const Renumbered& row) {
    if (row.changed()) changes.push_back(row);
  });
  decide_places(home.registry(), plan.places, changes, author);
  numbering.bring_up(home);
  for (const Renumbered& row : changes) {
    console.out << fmt::format("{}  →  {}  {}\n", row.before.empty() ? "–" : row.before, row.after,
                               row.title);
  }
  console.err << fmt::format(fmt::runtime(console(kRenumbered)), plan.places.size(), changes.size())
              << '\n';
  return ExitStatus::done;
}

bool by_volume(const std::string& folder) {
  const Home home(folder, Home::Mode::read);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  return CodePattern::read(profile.section("number")).volumes();
}

}  // namespace

ExitStatus execute(const RenumberArguments& arguments, const Console& console) {
  if (arguments.plan.empty() == arguments.apply.empty()) {
    throw Failure("renumber: 给出 --plan 或 --apply 之一 / give one of --plan and --apply",
                  "guidang renumber HOME YEAR --plan FILE.csv", ExitStatus::usage);
  }
  if (!arguments.apply.empty() && by_volume(arguments.home)) {
    throw Failure("按卷整理时不用 --apply / --apply is not for volumes",
                  "移动、调序案卷和卷内文件用 / to move and order volumes and their items use: "
                  "guidang volume",
                  ExitStatus::usage);
  }
  // Helpers are forked before the home is open.
  Numbering numbering(arguments, console);
  const ScratchFolder scratch;
  Home home(arguments.home, Home::Mode::write);
  const std::unique_ptr<Home> rehearsal = home.rehearsal(scratch.path() / "home");
  numbering.bring_up(*rehearsal);
  if (!arguments.plan.empty()) {
    return write_plan(arguments, home.registry(), rehearsal->registry(), console);
  }
  return apply_plan(arguments, home, *rehearsal, numbering, console);
}

}  // namespace guidang::cli
