// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/organs_learn.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/data_root.h"
#include "pipeline/files/fd.h"
#include "pipeline/organs/csv_import.h"
#include "pipeline/organs/load.h"
#include "pipeline/organs/names.h"
#include "pipeline/organs/read.h"
#include "pipeline/organs/write.h"

namespace guidang::cli {
namespace {

using organs::Authority;
using organs::Flaw;
using organs::Organ;

using Json = nlohmann::ordered_json;

void print(const std::vector<Flaw>& flaws, const Console& console) {
  for (const Flaw& flaw : flaws) console.err << flaw.text() << '\n';
}

const std::string& needed(const OrgansArguments& arguments) {
  if (arguments.subjects.size() == 1) return arguments.subjects.front();
  if (arguments.subjects.size() > 1) {
    throw Failure("organs " + arguments.action + ": 只能有一个文件或名称 / takes one file or name",
                  "分几次运行 / run it for each of them", ExitStatus::usage);
  }
  throw Failure("organs " + arguments.action + ": 缺少文件或名称 / a file or a name is missing",
                "见 / see guidang organs --help", ExitStatus::usage);
}

/// The table of the profile, or with files over it.
std::vector<organs::Layer> layers_of(const OrgansArguments& arguments,
                                     const std::vector<std::string>& files) {
  organs::Local local;
  for (const std::string& file : files) local.files.emplace_back(file);
  return organs::read_layers(Profile::load(files::data_root(), arguments.profile), local);
}

Json json_of(const Organ& organ, const Authority& table, std::optional<Date> day) {
  Json names = Json::array();
  for (const organs::Name& name : organ.names) {
    Json one{{"name", name.text}};
    if (name.from) one["from"] = to_iso(*name.from);
    if (name.to) one["to"] = to_iso(*name.to);
    names.push_back(std::move(one));
  }
  return Json{{"id", organ.id},
              {"name", organs::name_on(organ, day)},
              {"names", names},
              {"short", organ.shorts},
              {"alias", organ.aliases},
              {"codes", organ.codes},
              {"parent", organ.parent},
              {"office_of", organ.office_of},
              {"level", to_text(table.level(organ))},
              {"line", to_text(table.line(organ))},
              {"standing", to_text(table.standing_of(organ))}};
}

void print(const Organ& organ, const Authority& table, const OrgansArguments& arguments,
           const Console& console) {
  const std::optional<Date> day = parse_iso(arguments.date);
  if (arguments.json) {
    console.out << json_of(organ, table, day).dump(-1, ' ', false, Json::error_handler_t::replace)
                << '\n';
    return;
  }
  console.out << fmt::format("{}\t{}\t{}\t{}\t{}\n", organ.id, organs::name_on(organ, day),
                             to_chinese(table.level(organ)), to_chinese(table.line(organ)),
                             fmt::join(organ.codes, "、"));
}

ExitStatus import(const OrgansArguments& arguments, const Console& console) {
  const std::string& file = needed(arguments);
  if (arguments.to.empty()) {
    throw Failure("organs import: 缺少 --to / --to is missing",
                  "给出要写的 XML 文件 / name the XML file to write", ExitStatus::usage);
  }
  const std::string bytes = files::read_file(file, organs::kLargestFile);
  organs::Import result =
      organs::import_csv(bytes, std::filesystem::path(file).filename().string());
  const std::size_t bad = result.flaws.size();
  print(result.flaws, console);
  console.err << fmt::format(fmt::runtime(console(kOrgansRead)), result.encoding, result.rows,
                             result.organs.size(), bad)
              << '\n';
  for (const std::string& head : result.unused) {
    console.err << console(kOrgansUnused) << head << '\n';
  }
  if (bad > 0 && !arguments.leave_bad) {
    console.err << console(kOrgansNotWritten) << '\n';
    return ExitStatus::held;
  }
  files::write_atomically(arguments.to, organs::write_table(result.organs));
  console.out << arguments.to << '\n';
  return bad > 0 ? ExitStatus::held : ExitStatus::done;
}

ExitStatus check(const OrgansArguments& arguments, const Console& console) {
  std::vector<Flaw> flaws;
  if (arguments.subjects.empty()) static_cast<void>(needed(arguments));
  const auto table = Authority::build(layers_of(arguments, arguments.subjects), flaws);
  print(flaws, console);
  console.out << fmt::format(fmt::runtime(console(kOrgansChecked)), table->organs().size(),
                             flaws.size())
              << '\n';
  return flaws.empty() ? ExitStatus::done : ExitStatus::held;
}

std::shared_ptr<const Authority> table_of(const OrgansArguments& arguments,
                                          const std::vector<std::string>& files) {
  std::vector<Flaw> flaws;
  auto table = Authority::build(layers_of(arguments, files), flaws);
  if (!flaws.empty()) throw organs::unusable(flaws);
  return table;
}

ExitStatus find(const OrgansArguments& arguments, const Console& console) {
  const std::string& name = needed(arguments);
  std::vector<std::string> own;
  if (!arguments.org.empty()) own.push_back(arguments.org);
  const auto table = table_of(arguments, own);
  const organs::Answer answer = table->find(name, parse_iso(arguments.date));
  if (answer.organ != nullptr) {
    print(*answer.organ, *table, arguments, console);
    return ExitStatus::done;
  }
  if (!answer.several.empty()) {
    console.err << console(kOrgansSeveral) << '\n';
    for (const Organ* organ : answer.several) print(*organ, *table, arguments, console);
    return ExitStatus::held;
  }
  constexpr std::size_t kNamed = 5;
  console.err << console(kOrgansNone) << '\n';
  for (const std::string& near : table->nearest(name, kNamed)) console.err << "  " << near << '\n';
  return ExitStatus::held;
}

}  // namespace

ExitStatus execute(const OrgansArguments& arguments, const Console& console) {
  if (arguments.action == "import") return import(arguments, console);
  if (arguments.action == "check") return check(arguments, console);
  if (arguments.action == "find") return find(arguments, console);
  if (arguments.action == "learn") return learn_organs(arguments, console);
  const auto table = table_of(arguments, arguments.subjects);
  for (const Organ& organ : table->organs()) print(organ, *table, arguments, console);
  return ExitStatus::done;
}

}  // namespace guidang::cli
