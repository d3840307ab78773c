// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/organs_learn.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "pipeline/cli/words.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/data_root.h"
#include "pipeline/files/fd.h"
#include "pipeline/home/home.h"
#include "pipeline/organs/learn.h"
#include "pipeline/organs/load.h"
#include "pipeline/organs/read.h"
#include "pipeline/organs/write.h"
#include "pipeline/register/views.h"
#include "stages/extract/process/helper_pool.h"
#include "stages/receive/ledger_book.h"

namespace guidang::cli {
namespace {

namespace fs = std::filesystem;
using organs::Evidence;
using organs::Heard;
using organs::Lesson;
using organs::Voice;
using Json = nlohmann::ordered_json;

Failure wrong(const std::string& what, const std::string& advice) {
  return Failure("organs learn: " + what, advice, ExitStatus::usage);
}

/// What is learnt from, and what is known before.
struct Sources {
  std::optional<Home> home{};
  std::vector<std::string> ledgers{};
  std::optional<Profile> profile{};
  organs::Local local{};
};

void open(const OrgansArguments& arguments, Sources& sources) {
  for (const std::string& subject : arguments.subjects) {
    if (!fs::is_directory(subject)) {
      sources.ledgers.push_back(subject);
    } else if (!sources.home) {
      sources.home.emplace(subject, Home::Mode::read);
    } else {
      throw wrong("只能有一个全宗库 / takes one home: " + subject,
                  "各全宗的机构表各自归纳 / learn for each home by itself");
    }
  }
  if (arguments.subjects.empty()) {
    throw wrong("缺少全宗库或登记簿 / a home or a register is missing",
                "见 / see guidang organs --help");
  }
  sources.profile.emplace(Profile::load(
      files::data_root(), sources.home ? sources.home->fonds().profile : arguments.profile));
  if (sources.home) {
    sources.local.files = sources.home->organ_files();
    sources.local.learnt = sources.home->learnt_organ_files();
    sources.local.own_name = sources.home->fonds().name;
  }
  if (!arguments.org.empty()) sources.local.files.emplace_back(arguments.org);
}

/// The table that `--to` extends: nothing when there is no such file.
std::optional<organs::Layer> target_of(const OrgansArguments& arguments, Sources& sources) {
  const fs::path target = arguments.to;
  const bool xml = target.extension() == ".xml";
  if (!arguments.to.empty() && !xml && target.extension() != ".csv") {
    throw wrong("--to: .xml 或 / or .csv: " + arguments.to,
                "以扩展名说明格式 / let the ending say the format");
  }
  if (arguments.to.empty() || !fs::exists(target)) return std::nullopt;
  organs::Layer table;
  if (xml) table = organs::read_file(target, arguments.to);
  if (!xml || !table.flaws.empty() || !table.shapes.empty() || !table.include.empty()) {
    throw wrong("--to: 文件已存在,且不是只有机构的表 / is there and no table of organs alone: " +
                    arguments.to,
                "写到新文件;放入全宗库时叫 organisations-learnt.xml,叠在 organisations.xml 之上 / "
                "write a new file; as organisations-learnt.xml of a home it lies over its "
                "organisations.xml");
  }
  const auto same = [&](const fs::path& file) { return fs::equivalent(file, target); };
  std::vector<fs::path>& learnt = sources.local.learnt;
  const bool there = std::any_of(learnt.begin(), learnt.end(), same) ||
                     std::any_of(sources.local.files.begin(), sources.local.files.end(), same);
  if (!there) learnt.push_back(target);
  return table;
}

/// Rows of registers as `receive` reads them: the same headings, books and secrecy gate.
std::size_t hear_ledgers(const Sources& sources, Evidence& evidence) {
  if (sources.ledgers.empty()) return 0;
  receive::Settings settings = receive::read_settings(sources.profile->section("receive"));
  if (sources.home) settings.ceiling = receive::ceiling_from(sources.home->fonds().ceiling);
  const receive::Gate gate(settings);
  receive::Ledgers ledgers(settings, gate);
  extract::HelperPool reader(1);
  std::vector<Finding> findings;
  for (const std::string& path : sources.ledgers) {
    receive::Ledger ledger{.path = path, .shown = path, .name = path};
    ledger.above = gate.above_path(fs::path(path).filename().string());
    const receive::LedgerFile file = receive::add_ledger_file(
        ledger, files::read_file(path, settings.ledger_bytes), reader, gate, ledgers, findings);
    if (!file.known) {
      throw wrong(
          "不是登记簿 / is no register: " + path +
              (file.damage.empty() ? "" : " (" + file.damage + ")"),
          "表头要有文号和来文单位(发文机关)两栏;其他叫法写入规则集的 <column> / its headings "
          "must have 文号 and 来文单位 (发文机关); other words go into <column> of the profile");
    }
  }
  for (const Finding& finding : findings) {
    // A register that was cut has rows nobody saw.
    if (finding.severity != Severity::hold) continue;
    throw wrong("登记簿没有读完 / the register could not be read whole: " + finding.place + " " +
                    finding.found,
                "改正该处,再运行 / correct it and run again");
  }
  std::size_t above = 0;
  for (std::uint32_t i = 0; i < ledgers.size(); ++i) {
    if (ledgers.row(i).above) {
      ++above;
      continue;
    }
    evidence.add({.number = ledgers.value(i, "document_number"),
                  .organ = ledgers.value(i, "creator"),
                  .date = ledgers.value(i, "date"),
                  .place = ledgers.where(i)});
  }
  return above;
}

/// What the described documents of the home say themselves. A creator that was derived from its
/// code says nothing of codes.
void hear_home(Sources& sources, Evidence& evidence) {
  if (!sources.home) return;
  constexpr double kSure = 0.6;
  const double bound = sources.profile->section("describe").share("confidence", kSure);
  const auto own = [&](const Field* field) {
    return field != nullptr && field->source != "derived" && field->source != "file name" &&
           field->confidence >= bound;
  };
  RecordReader records(sources.home->registry());
  Wanted wanted;
  wanted.own[static_cast<std::size_t>(FactKind::origin)] = true;
  wanted.own[static_cast<std::size_t>(FactKind::description)] = true;
  records.for_each_id('d', [&](const RecordId& id) {
    const Known known = records.load(id, wanted);
    const auto& fact = known.facts[static_cast<std::size_t>(FactKind::description)];
    const auto& origin = known.facts[static_cast<std::size_t>(FactKind::origin)];
    if (fact == nullptr || origin == nullptr) return;
    const auto& description = std::get<Description>(*fact);
    const Field* number = description.find("document_number");
    const Field* creator = description.find("creator");
    if (!own(number) || !own(creator)) return;
    evidence.add({.number = number->values.front(),
                  .organ = creator->values.front(),
                  .date = std::string{description.value("date")},
                  .place = fmt::format("{} ({}; {})", std::get<Origin>(*origin).place,
                                       number->source, creator->source)});
  });
}

std::string names_of(const Voice& voice) {
  std::string names;
  for (const organs::Holder& holder : voice.holders) {
    names += (names.empty() ? "" : "、") + holder.name;
  }
  return names;
}

std::string line_of(const Voice& voice, const Console& console) {
  std::string line =
      names_of(voice) + "  " + fmt::format(fmt::runtime(console(kLearnNumbers)), voice.numbers);
  if (voice.first_year != 0) line += fmt::format(" {}–{}", voice.first_year, voice.last_year);
  std::string separator = "  ";
  for (const organs::Example& example : voice.examples) {
    line += separator + example.number + " " + example.place;
    separator = "; ";
  }
  return line;
}

void print(const std::vector<Lesson>& lessons, const Console& console) {
  const Lesson* before = nullptr;
  for (const Lesson& lesson : lessons) {
    const organs::RulingText& text = organs::text_of(lesson.ruling);
    if (before == nullptr || before->ruling != lesson.ruling) {
      const auto count = std::count_if(lessons.begin(), lessons.end(), [&](const Lesson& each) {
        return each.ruling == lesson.ruling;
      });
      console.out << fmt::format("{} · {}\n", console({text.zh, text.en}), count);
      const std::string_view advice = console({text.advice_zh, text.advice_en});
      if (!advice.empty()) console.out << "  " << console(kHintWord) << "  " << advice << '\n';
    }
    before = &lesson;
    console.out << fmt::format("  {} {}  {}\n", lesson.taken ? "+" : " ", lesson.code,
                               line_of(lesson.main, console));
    constexpr std::size_t kShown = 5;
    for (std::size_t i = 0; i < std::min(kShown, lesson.others.size()); ++i) {
      console.out << "      ≠ " << line_of(lesson.others[i], console) << '\n';
    }
    if (lesson.others.size() > kShown) {
      console.out << fmt::format("      ≠ … {}\n", lesson.others.size() - kShown);
    }
    if (!lesson.in_table.id.empty() && lesson.ruling != organs::Ruling::known) {
      console.out << "      " << console(kLearnInTable) << lesson.in_table.name << '\n';
    }
  }
}

Json json_of(const Voice& voice) {
  Json holders = Json::array();
  for (const organs::Holder& holder : voice.holders) {
    holders.push_back({{"id", holder.id}, {"name", holder.name}});
  }
  Json examples = Json::array();
  for (const organs::Example& example : voice.examples) {
    examples.push_back({{"number", example.number}, {"place", example.place}});
  }
  return Json{{"organs", holders},
              {"numbers", voice.numbers},
              {"first_year", voice.first_year == 0 ? Json(nullptr) : Json(voice.first_year)},
              {"last_year", voice.last_year == 0 ? Json(nullptr) : Json(voice.last_year)},
              {"examples", examples}};
}

void print_json(const std::vector<Lesson>& lessons, const Console& console) {
  for (const Lesson& lesson : lessons) {
    Json row{{"code", lesson.code},
             {"ruling", organs::text_of(lesson.ruling).name},
             {"taken", lesson.taken},
             {"for", json_of(lesson.main)},
             {"against", lesson.against}};
    row["others"] = Json::array();
    for (const Voice& other : lesson.others) row["others"].push_back(json_of(other));
    row["in_table"] = lesson.in_table.id.empty() ? Json(nullptr) : Json(lesson.in_table.name);
    console.out << row.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  }
}

void print_counts(const Evidence& evidence, std::size_t above, const Console& console) {
  std::size_t all = above;
  for (std::size_t i = 0; i < organs::kHeards; ++i) all += evidence.count(static_cast<Heard>(i));
  console.err << fmt::format(fmt::runtime(console(kLearnHeard)), all,
                             evidence.count(Heard::counted), evidence.count(Heard::repeated),
                             evidence.count(Heard::no_number), evidence.count(Heard::no_code),
                             evidence.count(Heard::guess), evidence.count(Heard::no_organ),
                             evidence.count(Heard::ambiguous), evidence.count(Heard::unusable),
                             above)
              << '\n';
}

void write(const std::vector<Lesson>& lessons, const OrgansArguments& arguments,
           std::optional<organs::Layer> table, const Console& console) {
  const auto taken = std::count_if(lessons.begin(), lessons.end(),
                                   [](const Lesson& lesson) { return lesson.taken; });
  if (taken == 0) {
    console.err << console(kLearnNothing) << '\n';
    return;
  }
  const std::size_t fresh = organs::with_lessons({}, lessons).size();
  if (fs::path(arguments.to).extension() == ".csv") {
    files::write_atomically(arguments.to, organs::lessons_csv(lessons));
  } else {
    std::vector<organs::Organ> organs;
    if (table) organs = std::move(table->organs);
    files::write_atomically(arguments.to,
                            organs::write_table(organs::with_lessons(std::move(organs), lessons)));
  }
  console.err << fmt::format(fmt::runtime(console(kLearnWritten)), taken, fresh) << '\n';
  if (!arguments.json) console.out << arguments.to << '\n';
}

}  // namespace

ExitStatus learn_organs(const OrgansArguments& arguments, const Console& console) {
  Sources sources;
  open(arguments, sources);
  std::optional<organs::Layer> table = target_of(arguments, sources);
  const auto authority = organs::load(*sources.profile, sources.local);
  Evidence evidence(*authority);
  const std::size_t above = hear_ledgers(sources, evidence);
  hear_home(sources, evidence);
  const std::vector<Lesson> lessons =
      organs::learn(evidence, *authority,
                    {.least = arguments.least,
                     .confirmed = {arguments.confirmed.begin(), arguments.confirmed.end()}});
  print_counts(evidence, above, console);
  if (arguments.json) {
    print_json(lessons, console);
  } else {
    print(lessons, console);
  }
  if (!arguments.to.empty()) write(lessons, arguments, std::move(table), console);
  const bool open_questions = std::any_of(lessons.begin(), lessons.end(), [](const Lesson& each) {
    return organs::is_contradiction(each.ruling) && !each.taken;
  });
  return open_questions ? ExitStatus::held : ExitStatus::done;
}

}  // namespace guidang::cli
