// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/calendar/date.h"
#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/review_words.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/organs/load.h"
#include "stages/appraise/scope.h"
#include "stages/review/year_check.h"
#include "stages/review/year_page.h"

namespace guidang::cli {
namespace {

std::string level_of_office(const Profile& profile, const Home& home) {
  const auto organs =
      organs::load(profile, {.files = home.organ_files(), .own_name = home.fonds().name});
  const organs::Organ* own = organs->own();
  return own == nullptr ? std::string() : std::string(organs::to_text(organs->level(*own)));
}

nlohmann::ordered_json to_json(const review::YearReport& report) {
  nlohmann::ordered_json causes = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < review::kCauses; ++i) {
    const review::CauseReport& part = report.causes[i];
    nlohmann::ordered_json told = nlohmann::ordered_json::array();
    for (const review::Obstacle& one : part.told) {
      told.push_back({{"blocks", one.blocks},
                      {"record", one.record},
                      {"code", one.code},
                      {"place", one.place},
                      {"title", one.title},
                      {"found", one.found}});
    }
    causes[std::string(review::name_of(static_cast<review::Cause>(i)))] = {
        {"count", part.count}, {"blocking", part.blocking}, {"told", told}};
  }
  nlohmann::ordered_json deadlines = nlohmann::ordered_json::array();
  for (const review::Deadline& one : report.deadlines) {
    nlohmann::ordered_json line{{"id", one.id},
                                {"due", to_iso(one.due)},
                                {"days_left", one.days_left},
                                {"estimated", one.estimated},
                                {"citation", one.citation}};
    line["working_days_left"] =
        one.working_days_left ? nlohmann::json(*one.working_days_left) : nlohmann::json(nullptr);
    deadlines.push_back(line);
  }
  return {{"year", report.year},
          {"as_of", to_iso(report.as_of)},
          {"ready", report.ready()},
          {"items", report.ready_items},
          {"sealed", report.sealed_items},
          {"editions", report.seals.size()},
          {"causes", causes},
          {"deadlines", deadlines}};
}

void print(const review::YearReport& report, const Console& console) {
  const review::Language language = language_of(console);
  console.out << fmt::format(fmt::runtime(console(kYearItems)), report.year, report.ready_items,
                             report.sealed_items, report.seals.size())
              << '\n';
  for (std::size_t i = 0; i < review::kCauses; ++i) {
    const auto cause = static_cast<review::Cause>(i);
    const review::CauseReport& part = report.causes[i];
    const std::string_view mark = part.count == 0 ? "√" : part.blocking > 0 ? "×" : "△";
    console.out << fmt::format("{} {}  {}\n", mark, review::title_of(cause).in(language),
                               part.count);
    for (const review::Obstacle& one : part.told) {
      console.out << "    ";
      for (const std::string* text : {&one.record, &one.code, &one.place, &one.title, &one.found}) {
        if (!text->empty()) console.out << *text << "  ";
      }
      console.out << '\n';
    }
    if (part.count > part.told.size()) console.out << "    ……\n";
    if (part.count > 0) {
      console.out << "    " << console(kHintWord) << "  " << review::advice_on(cause).in(language)
                  << '\n';
    }
  }
  for (const review::Deadline& one : report.deadlines) {
    console.out << review::line_of(one, language) << '\n';
  }
  console.out << console(report.ready() ? kYearReady : kYearNotReady) << '\n';
}

}  // namespace

ExitStatus execute(const CheckYearArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::read);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const auto materials = appraise::materials_of_year(home.registry(), profile, arguments.year);
  const review::YearReport report =
      review::check_year(home.registry(), profile,
                         {.year = arguments.year,
                          .as_of = parse_iso(as_of(arguments.as_of)).value(),
                          .level = level_of_office(profile, home),
                          .missing = appraise::missing_materials(materials)});
  if (arguments.json) {
    console.out << to_json(report).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
  } else {
    print(report, console);
  }
  if (!arguments.to.empty()) {
    const auto page = review::write_page(report,
                                         {.fonds_code = home.fonds().code,
                                          .fonds_name = home.fonds().name,
                                          .chain_head = home.registry().head()},
                                         files::data_root(), arguments.to);
    (arguments.json ? console.err : console.out) << page.string() << '\n';
  }
  return report.ready() ? ExitStatus::done : ExitStatus::held;
}

}  // namespace guidang::cli
