// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/account.h"
#include "pipeline/calendar/retention_end.h"
#include "pipeline/cli/codebook.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/description_view.h"
#include "pipeline/register/resolve.h"
#include "pipeline/cli/words.h"
#include "pipeline/facts_json.h"
#include "pipeline/fields.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/register/views.h"
#include "pipeline/tie_kinds.h"
#include "stages/appraise/control.h"
#include "stages/appraise/load.h"
#include "stages/check/explain.h"

namespace guidang::cli {
namespace {

/// "d… 关于…的批复": a record's id and title.
std::string named(RecordReader& records, const RecordId& id) {
  const Known known = records.load(id);
  const auto& slot = known.facts[static_cast<std::size_t>(FactKind::description)];
  if (slot == nullptr) return id;
  return id + "  " + std::string(std::get<Description>(*slot).value("title"));
}

void print_ties(const Relations& relations, RecordReader& records, const Console& console) {
  for (const Relation& relation : relations.list) {
    const TieKind* kind = find_tie_kind(relation.kind);
    Both word{relation.kind, relation.kind};
    if (kind != nullptr) {
      word = kind->name == relation.kind ? Both{kind->zh, kind->en}
                                         : Both{kind->inverse_zh, kind->inverse_en};
    }
    console.out << fmt::format("  {:<16} {} {}\n  {:<16}   {}\n", relation.kind, console(word),
                               named(records, relation.other), "", relation.evidence);
  }
}

/// What was decided about ties from the other side, where the decision stands.
void print_tie_decisions(Register& source, const RecordId& record, const Console& console) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT record, field, value, by_whom, date, why FROM decision d WHERE field LIKE ?1 AND "
      "id = (SELECT max(id) FROM decision l WHERE l.record = d.record AND l.field = d.field) "
      "AND value <> '' ORDER BY id");
  rows.bind(std::string(kTieDecision) + "%:" + record);
  while (rows.step()) {
    console.out << fmt::format("  {}: {} {} = {}  ({} {} {})\n", console(kDecisionsWord),
                               rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                               rows.text(5));
  }
}

void print_decisions(const Both& word, const Decisions& decisions, const Console& console) {
  for (const auto& [field, decision] : decisions) {
    console.out << fmt::format("  {}: {} = {}  ({} {} {})\n", console(word), field, decision.value,
                               decision.by, decision.date, decision.why);
  }
}

/// What the retention table says, and what follows for expiry and opening.
void print_appraisal(const RecordId& item, Home& home, const Profile& profile,
                     RecordReader& records, const Console& console) {
  const auto stage = appraise::load(profile, home);
  const auto view = appraise::item_view(*stage, home.registry(), item);
  if (!view) return;
  console.out << fmt::format("  {}\n", console(kTableSays));
  for (const std::string& line : stage->explain(*view)) console.out << "    " << line << '\n';
  const Known known = records.load(item);
  const auto fact = [&](FactKind kind) { return known.facts[static_cast<std::size_t>(kind)]; };
  const auto appraisal = fact(FactKind::appraisal);
  const auto year = fact(FactKind::year);
  const appraise::Subject subject = stage->subject(*view);
  if (appraisal != nullptr) {
    const bool accounting = profile.section("number").attribute("category") == "KU";
    const auto from = retention_year(
        accounting, year == nullptr ? std::nullopt : std::get<FilingYear>(*year).year,
        subject.title);
    const auto end = retention_end(retention_term(std::get<Appraisal>(*appraisal).period), from);
    if (end) console.out << fmt::format("  {}: {}\n", console(kEndsOn), to_iso(*end));
  }
  const profile::Element& section = profile.section("appraise");
  if (subject.date) {
    const auto day = opening_candidate(*subject.date, read_opening_laws(section));
    if (day) console.out << fmt::format("  {}: {}\n", console(kMayOpen), to_iso(*day));
  }
  const appraise::OpeningWords words(section);
  if (const std::string word = words.early(subject.title); !word.empty()) {
    console.out << fmt::format("  {}{}\n", console(kMayOpenEarly), word);
  }
  if (const auto hint = words.control(subject.title); hint.reason != nullptr) {
    console.out << fmt::format("  {}{} {} ({})\n", console(kMayControl), hint.reason->id,
                               console(Both{hint.reason->title_zh, hint.reason->title_en}),
                               hint.word);
  }
}

void print_record(const Known& known, RecordReader& records, const CodeBook& book,
                  const Console& console) {
  console.out << known.id << (known.sealed ? fmt::format("  {}", console(kSealedWord)) : "")
              << '\n';
  for (const auto& fact : known.facts) {
    if (fact == nullptr) continue;
    if (const auto* description = std::get_if<Description>(fact.get())) {
      // What was held as unsure is among the findings.
      print(*description, 0.0, console);
      continue;
    }
    if (const auto* relations = std::get_if<Relations>(fact.get())) {
      print_ties(*relations, records, console);
      continue;
    }
    console.out << fmt::format("  {:<16} {}\n", name_of(kind_of(*fact)), to_bytes(*fact));
  }
  print_decisions(kDecisionsWord, known.decisions, console);
  print_decisions(kProposalsWord, records.proposals(known.id), console);
  if (known.parts.empty()) {
    for (const Finding& finding : known.findings) print(finding, known.id, book, console);
  }
}

ExitStatus explain_record(const ExplainArguments& arguments, const Console& console) {
  Home home(arguments.subject, Home::Mode::read);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const CodeBook book(profile);
  const RecordId record = resolve(home.registry(), arguments.record);
  RecordReader records(home.registry());
  const RecordId top = records.item_of(record).value_or(record);
  const Known known = records.load(top);
  print_record(known, records, book, console);
  print_appraisal(top, home, profile, records, console);
  for (const Known& part : known.parts) {
    print_record(part, records, book, console);
    print_tie_decisions(home.registry(), part.id, console);
  }
  if (known.parts.empty()) print_tie_decisions(home.registry(), top, console);
  if (!known.parts.empty()) {
    for (const Finding& finding : known.findings) print(finding, top, book, console);
  }
  for_each_verdict(
      home.registry(), [&](const RecordId& document, const RecordId& item, Verdict verdict) {
        if (document != record && item != top) return;
        console.out << fmt::format("{}: {} {}\n", console(kVerdictWord), document,
                                   console(kVerdictWords[static_cast<std::size_t>(verdict)]));
      });
  return ExitStatus::done;
}

}  // namespace

ExitStatus execute(const ExplainArguments& arguments, const Console& console) {
  if (!arguments.record.empty()) return explain_record(arguments, console);
  const Profile profile = Profile::load(files::data_root(), arguments.profile);
  const auto language =
      console.language == Language::zh ? check::Language::zh : check::Language::en;
  const CodeBook book(profile);
  const CodeBook::Entry* entry = book.find(arguments.subject);
  if (entry != nullptr && !entry->rule) {
    console.out << arguments.subject << "  " << entry->title_zh << " · " << entry->title_en
                << "\n  " << entry->hint_zh << "\n  " << entry->hint_en << "\n  " << entry->citation
                << '\n';
    return ExitStatus::done;
  }
  console.out << check::explain(profile, arguments.subject, language);
  return ExitStatus::done;
}

ExitStatus execute(const RulesArguments& arguments, const Console& console) {
  const Profile profile = Profile::load(files::data_root(), arguments.profile);
  console.out << check::list_rules(
      profile, console.language == Language::zh ? check::Language::zh : check::Language::en);
  return ExitStatus::done;
}

}  // namespace guidang::cli
