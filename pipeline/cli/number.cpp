// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/number/code_list.h"
#include "pipeline/number/forms.h"
#include "pipeline/profile/profile.h"
#include "pipeline/tables/table_reader.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/process/helper_pool.h"
#include "stages/seal/archive_numbers.h"

namespace guidang::cli {
namespace {

using Json = nlohmann::ordered_json;

/// What a command reads codes by, with the name to show for it.
struct NamedPattern {
  std::string name{};
  CodePattern pattern;
};

std::optional<NamedPattern> asked_pattern(const NumberArguments& arguments) {
  const std::filesystem::path root = files::data_root();
  if (!arguments.pattern.empty()) {
    return NamedPattern{arguments.pattern, CodePattern(pattern_of(root, arguments.pattern))};
  }
  std::string profile = arguments.profile;
  if (!arguments.home.empty()) profile = Home(arguments.home, Home::Mode::read).fonds().profile;
  if (profile.empty()) return std::nullopt;
  return NamedPattern{profile, CodePattern::read(Profile::load(root, profile).section("number"))};
}

/// Name and value of each part that the code has.
std::vector<std::pair<Both, std::string>> named_parts(const CodeParts& parts) {
  const auto number = [](std::uint32_t value) {
    return value == 0 ? std::string() : std::to_string(value);
  };
  std::vector<std::pair<Both, std::string>> all{
      {kFondsPart, parts.fonds},
      {kCategoryPart, parts.category},
      {kDirectoryPart, parts.directory},
      {kProjectPart, parts.project},
      {kYearPart, number(static_cast<std::uint32_t>(parts.year))},
      {kPeriodPart, parts.period},
      {kOrganPart, parts.organ},
      {kVolumePart, number(parts.volume)},
      {kNumberPart, number(parts.number)}};
  std::erase_if(all, [](const auto& part) { return part.second.empty(); });
  return all;
}

/// A code as one form reads it.
struct Reading {
  const NamedPattern* form = nullptr;
  CodeParts parts{};
  std::string written{};  ///< as the form writes it
};

std::vector<Reading> readings(const std::string& code, const std::vector<NamedPattern>& forms) {
  std::vector<Reading> all;
  for (const NamedPattern& form : forms) {
    const auto item = form.pattern.parse(code);
    const auto parts = item ? item : form.pattern.parse_volume(code);
    if (!parts) continue;
    all.push_back({.form = &form,
                   .parts = *parts,
                   .written = item
                                  ? form.pattern.format(*parts)
                                  : form.pattern.code(form.pattern.series(*parts), parts->volume)});
  }
  // Forms that would write it otherwise are of interest only when none writes it so.
  const auto exact = [&](const Reading& reading) { return reading.written == code; };
  if (std::any_of(all.begin(), all.end(), exact)) std::erase_if(all, std::not_fn(exact));
  return all;
}

void show(const std::string& code, const Reading& reading, const NumberArguments& arguments,
          const Console& console) {
  const auto& [form, parts, written] = reading;
  if (arguments.json) {
    Json row{{"code", code}, {"form", form->name}, {"written", written}};
    for (const auto& [name, value] : named_parts(parts)) row[std::string(name.en)] = value;
    console.out << row.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    return;
  }
  console.out << fmt::format("{}  {}  {}\n", code, form->name, form->pattern.text());
  if (written != code) console.out << fmt::format("  {}  {}\n", console(kNormalForm), written);
  for (const auto& [name, value] : named_parts(parts)) {
    console.out << fmt::format("  {}  {}\n", console(name), value);
  }
}

ExitStatus parse_codes(const NumberArguments& arguments, const Console& console) {
  std::vector<NamedPattern> forms;
  if (auto asked = asked_pattern(arguments)) {
    forms.push_back(*std::move(asked));
  } else {
    for (const NumberForm& form : shipped_forms(files::data_root())) {
      forms.push_back({form.id, CodePattern(form.pattern)});
    }
  }
  ExitStatus status = ExitStatus::done;
  for (const std::string& code : arguments.subjects) {
    const std::vector<Reading> read = readings(code, forms);
    for (const Reading& reading : read) show(code, reading, arguments, console);
    if (!read.empty()) continue;
    console.err << fmt::format(
                       fmt::runtime(console(kNoSuchCode)), code,
                       forms.size() == 1 ? forms.front().pattern.text() : "templates/numbers")
                << '\n';
    status = ExitStatus::held;
  }
  return status;
}

/// A list with a heading, or codes alone from the first row on.
void read_codes(const std::string& file, CodeList& list, const CodePattern& pattern) {
  extract::HelperPool reader(1, {});
  std::optional<std::size_t> column;
  tables::read_table(file, reader, [&](const tables::TableRow& row) {
    if (!column) {
      column = 0;
      bool heading = false;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string name = text::remove_blanks(row.cells[i]);
        if (name != "档号" && name != "code") continue;
        column = i;
        heading = true;
      }
      const std::string& first = row.cells.empty() ? std::string() : row.cells.front();
      heading = heading || !(pattern.parse(first) || pattern.parse_volume(first));
      if (heading) return true;
    }
    list.add(row.number, *column < row.cells.size() ? row.cells[*column] : std::string());
    return true;
  });
}

std::string text_of(const CodeFlaw& flaw, const Console& console) {
  switch (flaw.kind) {
    case CodeFlaw::Kind::form:
      return std::string(console(kNotThePattern));
    case CodeFlaw::Kind::repeated:
      return fmt::format(fmt::runtime(console(kSameAsLine)), flaw.other);
    default:
      return flaw.first == flaw.last
                 ? fmt::format(fmt::runtime(console(kOneMissing)), flaw.first)
                 : fmt::format(fmt::runtime(console(kSomeMissing)), flaw.first, flaw.last);
  }
}

ExitStatus check_list(const NumberArguments& arguments, const Console& console) {
  const auto asked = asked_pattern(arguments);
  if (!asked || arguments.subjects.size() != 1) {
    throw Failure(
        "number check: 要有一个清单和档号的形式 / needs one list and the form of its codes",
        "guidang number check FILE --pattern da22-2015 | --profile ID | --home HOME",
        ExitStatus::usage);
  }
  const std::string& file = arguments.subjects.front();
  CodeList list(asked->pattern);
  read_codes(file, list, asked->pattern);
  const CodeList::Report report = list.report();
  for (const CodeFlaw& flaw : report.flaws) {
    const std::string place = flaw.line == 0 ? std::string() : fmt::format(":{}", flaw.line);
    console.out << fmt::format("{}{}: {}  {}\n", file, place, flaw.code, text_of(flaw, console));
  }
  if (arguments.json) {
    Json series = Json::array();
    for (const CodeSeries& one : report.series) {
      series.push_back({{"series", one.series}, {"last", one.last}, {"count", one.count}});
    }
    console.out << Json{{"codes", report.codes}, {"flaws", report.flaws.size()}, {"series", series}}
                       .dump(-1, ' ', false, Json::error_handler_t::replace)
                << '\n';
  } else {
    for (const CodeSeries& one : report.series) {
      console.out << fmt::format("{}  {}/{}\n", one.series, one.count, one.last);
    }
    console.out << fmt::format(fmt::runtime(console(kCodesChecked)), report.codes,
                               report.series.size(), report.flaws.size())
                << '\n';
  }
  return report.flaws.empty() ? ExitStatus::done : ExitStatus::held;
}

ExitStatus list_patterns(const NumberArguments& arguments, const Console& console) {
  for (const NumberForm& form : shipped_forms(files::data_root())) {
    if (arguments.json) {
      console.out << Json{{"id", form.id},
                          {"pattern", form.pattern},
                          {"citation", form.citation},
                          {"zh", form.title_zh},
                          {"en", form.title_en},
                          {"volumes", form.volumes},
                          {"examples", form.examples}}
                         .dump()
                  << '\n';
      continue;
    }
    console.out << fmt::format("{}  {}\n  {}\n  {}\n  {}\n", form.id, form.pattern,
                               console.language == Language::zh ? form.title_zh : form.title_en,
                               form.citation, fmt::join(form.examples, "  "));
  }
  return ExitStatus::done;
}

ExitStatus take_archive_numbers(const NumberArguments& arguments, const Console& console) {
  if (arguments.home.empty() || arguments.subjects.size() != 1) {
    throw Failure("number archive: 要有一个全宗库和一份清单 / needs a home and one list",
                  "guidang number archive FILE --home HOME --by NAME --why TEXT",
                  ExitStatus::usage);
  }
  const std::string& file = arguments.subjects.front();
  extract::HelperPool reader(1, {});
  Home home(arguments.home, Home::Mode::write);
  const ImportTable table = [&](const ImportVisit& visit) {
    tables::read_table(file, reader,
                       [&](const tables::TableRow& row) { return visit(row.number, row.cells); });
  };
  const ArchiveNumberReport report = put_archive_numbers(home.registry(), table,
                                                         {.by = arguments.by,
                                                          .date = as_of(arguments.as_of),
                                                          .why = arguments.why,
                                                          .at = timestamp()});
  for (const ImportError& error : report.errors) {
    console.out << fmt::format("{}:{}: {}  {}\n", file, error.line, error.code, error.message);
  }
  if (!report.errors.empty()) {
    console.err << console(kError) << console(kNothingTakenIn) << '\n';
    return ExitStatus::held;
  }
  console.out << fmt::format(fmt::runtime(console(kArchiveNumbersSet)), report.set) << '\n';
  return ExitStatus::done;
}

}  // namespace

ExitStatus execute(const NumberArguments& arguments, const Console& console) {
  if (arguments.action == "patterns") return list_patterns(arguments, console);
  if (arguments.action == "check") return check_list(arguments, console);
  if (arguments.action == "archive") return take_archive_numbers(arguments, console);
  if (arguments.subjects.empty()) {
    throw Failure("number parse: 没有档号 / no code is given",
                  "guidang number parse Z109-WS·2011-Y-BGS-0001", ExitStatus::usage);
  }
  return parse_codes(arguments, console);
}

}  // namespace guidang::cli
