// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/data_root.h"
#include "pipeline/profile/profile.h"
#include "pipeline/profile/read.h"
#include "pipeline/tables/table_reader.h"
#include "stages/appraise/cases.h"
#include "stages/appraise/import_table.h"
#include "stages/appraise/table_text.h"
#include "stages/extract/process/helper_pool.h"

namespace guidang::cli {
namespace {

namespace fs = std::filesystem;
using appraise::Table;

const std::string& needed(const std::string& value, std::string_view what) {
  if (!value.empty()) return value;
  throw Failure(fmt::format("retention: 缺少 {} / {} is missing", what, what),
                "见 / see guidang retention --help", ExitStatus::usage);
}

/// A file, the id of a shipped table, or that of a profile.
Table load_table(const std::string& name) {
  const fs::path root = files::data_root();
  if (fs::is_regular_file(name)) {
    const profile::Element table = profile::read(root, fs::absolute(name).string());
    if (table.name == "appraise" || table.name == "retention") return Table(table);
    throw table.flaw("<" + table.name + ">", "<appraise> | <retention>");
  }
  if (profile::is_plain_name(name)) {
    const std::string shipped = "templates/retention/" + name + ".xml";
    if (fs::is_regular_file(root / shipped)) return Table(profile::read(root, shipped));
    return Table(Profile::load(root, name).section("appraise"));
  }
  throw Failure("没有这个表 / there is no such table: " + name,
                "给出文件、templates/retention 中的表名或规则集名 / name a file, a table of "
                "templates/retention or a profile",
                ExitStatus::usage);
}

ExitStatus import(const RetentionArguments& arguments, const Console& console) {
  const std::string& to = needed(arguments.to, "--to");
  appraise::TableImport made;
  extract::HelperPool reader(1);
  tables::read_table(arguments.table, reader, [&](const tables::TableRow& row) {
    made.row(row);
    return true;
  });
  if (made.rows() == 0) {
    throw Failure("空表 / the table is empty: " + arguments.table,
                  "第一行写栏名，以下每行一条 / the first row names the columns, then a row each",
                  ExitStatus::usage);
  }
  for (const appraise::RowFlaw& flaw : made.flaws()) console.err << flaw.text() << '\n';
  for (const std::string& heading : made.unused()) {
    console.err << console(kTableUnused) << heading << '\n';
  }
  console.err << fmt::format(fmt::runtime(console(kTableRead)), made.rows(), made.flaws().size())
              << '\n';
  if (!made.flaws().empty()) {
    console.err << console(kTableNotWritten) << '\n';
    return ExitStatus::held;
  }
  const std::string title =
      arguments.title.empty() ? fs::path(arguments.table).stem().string() : arguments.title;
  files::write_atomically(to, made.xml({.title = title,
                                        .approved_by = arguments.approved_by,
                                        .approved_on = arguments.approved_on}));
  // What was written is what the stage will read.
  static_cast<void>(load_table(to));
  console.out << to << '\n';
  return ExitStatus::done;
}

ExitStatus diff(const RetentionArguments& arguments, const Console& console) {
  const Table before = load_table(arguments.table);
  const Table now = load_table(needed(arguments.other, "OTHER"));
  const auto differences = appraise::compare(before, now);
  for (const appraise::Difference& each : differences) {
    console.out << fmt::format("{}\t{}\t{}\t{}\n",
                               console(kChangeWords.at(static_cast<std::size_t>(each.change))),
                               each.row, each.before, each.after);
  }
  if (differences.empty()) console.err << console(kSameTable) << '\n';
  return differences.empty() ? ExitStatus::done : ExitStatus::held;
}

ExitStatus test(const RetentionArguments& arguments, const Console& console) {
  const Table table = load_table(arguments.table);
  appraise::CaseRunner runner(table);
  std::size_t run = 0;
  std::size_t failed = 0;
  extract::HelperPool reader(1);
  tables::read_table(needed(arguments.other, "OTHER"), reader, [&](const tables::TableRow& row) {
    const auto result = runner.row(row);
    if (!result) return true;
    ++run;
    if (result->passed()) return true;
    ++failed;
    console.out << fmt::format(
        "{}\t{}\t{}\n", result->row, result->title,
        !result->flaw.empty()
            ? result->flaw
            : fmt::format("{} {}, {} {} ({})", console(kExpectedWord), result->expected,
                          console(kFoundWord), result->said, result->rule));
    return true;
  });
  console.err << fmt::format(fmt::runtime(console(kCasesRun)), run, failed) << '\n';
  return failed == 0 ? ExitStatus::done : ExitStatus::held;
}

}  // namespace

ExitStatus execute(const RetentionArguments& arguments, const Console& console) {
  if (arguments.action == "import") return import(arguments, console);
  if (arguments.action == "diff") return diff(arguments, console);
  if (arguments.action == "test") return test(arguments, console);
  console.out << appraise::show(load_table(arguments.table));
  return ExitStatus::done;
}

}  // namespace guidang::cli
