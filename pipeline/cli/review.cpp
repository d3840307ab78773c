// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/deciding.h"
#include "pipeline/cli/review_words.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "stages/extract/process/helper_pool.h"
#include "stages/review/apply.h"
#include "stages/review/export.h"

namespace guidang::cli {
namespace {

[[noreturn]] void need(const char* what, const char* advice) {
  throw Failure(what, advice, ExitStatus::usage);
}

ExitStatus export_table(const ReviewArguments& arguments, const Console& console) {
  if (arguments.to.empty()) need("缺少 --to / --to is missing", "--to FILE.xlsx");
  Home home(arguments.home, Home::Mode::read);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const CodeBook book(profile);
  const review::ExportReport report =
      review::export_rows(home.registry(), profile, meanings_of(book),
                          {.to = arguments.to,
                           .year = arguments.year,
                           .all = arguments.all,
                           .language = language_of(console)});
  console.out << fmt::format(fmt::runtime(console(kReviewWritten)), arguments.to, report.rows,
                             report.records)
              << '\n';
  return ExitStatus::done;
}

nlohmann::ordered_json to_json(const review::ApplyReport& report) {
  nlohmann::ordered_json made = nlohmann::ordered_json::array();
  for (const review::Settled& one : report.made) {
    made.push_back({{"record", one.record}, {"field", one.field}, {"value", one.decision.value}});
  }
  nlohmann::ordered_json bad = nlohmann::ordered_json::array();
  for (const review::BadRow& one : report.bad) {
    bad.push_back({{"row", one.row},
                   {"column", review::info_of(one.column).heading.en},
                   {"found", one.found},
                   {"expected", one.expected},
                   {"advice", one.advice}});
  }
  return {{"rows", report.rows},
          {"empty", report.empty},
          {"standing", report.standing},
          {"applied", report.event != 0},
          {"event", report.event},
          {"decisions", made},
          {"bad", bad}};
}

void print(const review::ApplyReport& report, const ReviewArguments& arguments,
           const Console& console) {
  const auto line = [&](const Both& word, const std::string& text) {
    if (!text.empty()) console.out << fmt::format("    {}  {}\n", console(word), text);
  };
  for (const review::BadRow& one : report.bad) {
    const review::Both& heading = review::info_of(one.column).heading;
    console.out << fmt::format("{}: ", arguments.file)
                << fmt::format(fmt::runtime(console(kReviewRow)), one.row,
                               heading.in(language_of(console)))
                << '\n';
    line(kFoundWord, one.found);
    line(kExpectedWord, one.expected);
    line(kHintWord, one.advice);
  }
  for (const review::Settled& one : report.made) {
    if (!report.bad.empty()) break;
    console.out << fmt::format("{} {} = {}\n", one.record, one.field, one.decision.value);
  }
  console.out << fmt::format(fmt::runtime(console(kReviewCounts)), report.rows, report.empty,
                             report.standing, report.made.size(), report.bad.size())
              << '\n';
}

ExitStatus apply_table(const ReviewArguments& arguments, const Console& console) {
  if (arguments.file.empty()) need("缺少填好的表 / the filled table is missing", "FILE.xlsx");
  if (arguments.by.empty()) need("缺少 --by / --by is missing", "--by 姓名 / NAME");
  // Before the lock and before any thread: it forks.
  extract::HelperPool reader(1);
  Home home(arguments.home, Home::Mode::write);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const CodeBook book(profile);
  IndexKeeper index(home);
  const review::ApplyReport report =
      review::apply_rows(home.registry(), profile, meanings_of(book), reader,
                         {.file = arguments.file,
                          .by = arguments.by,
                          .date = as_of(arguments.as_of),
                          .why = arguments.why,
                          .at = timestamp(),
                          .before_writing = announce_to(index),
                          .dry_run = arguments.dry_run});
  static_cast<void>(index.follow());
  if (arguments.json) {
    console.out << to_json(report).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
  } else {
    print(report, arguments, console);
  }
  if (!report.bad.empty()) {
    console.err << console(kError) << console(kReviewNothing) << '\n';
    return ExitStatus::held;
  }
  if (report.event != 0) {
    console.err << fmt::format(fmt::runtime(console(kEvent)), report.event) << "  "
                << console(kRunAgain) << '\n';
  } else if (arguments.dry_run) {
    console.err << console(kCheckedOnly) << '\n';
  }
  return ExitStatus::done;
}

}  // namespace

ExitStatus execute(const ReviewArguments& arguments, const Console& console) {
  return arguments.action == "export" ? export_table(arguments, console)
                                      : apply_table(arguments, console);
}

}  // namespace guidang::cli
