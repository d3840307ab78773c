// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/register_view.h"

#include <algorithm>
#include <array>

#include "index/web/register_history.h"
#include "pipeline/calendar/retention_end.h"
#include "pipeline/number/former_codes.h"
#include "pipeline/register/sqlite.h"
#include "pipeline/tie_kinds.h"

namespace guidang::web {
namespace {

constexpr std::array kVerdictReads{Read{FactKind::item}, Read{FactKind::checks},
                                   Read{FactKind::appraisal}, Read{FactKind::year}};
constexpr StageInfo kVerdictInfo{.name = "record page",
                                 .zh = "查看",
                                 .summary = "show where a record stands",
                                 .scope = Scope::item,
                                 .reads = kVerdictReads,
                                 .decisions = kVerdictDecisions,
                                 .reads_findings = true};

template <typename F>
const F* fact(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

Verdict verdict_of(const Known& item) { return verdict(narrow(item, kVerdictInfo, {})); }

Role role_in(const Known& item, const RecordId& document) {
  if (const Item* parts = fact<Item>(item)) {
    for (const ItemPart& part : parts->parts) {
      if (part.document == document) return part.role;
    }
  }
  return Role::main;
}

const Known& main_of(const Known& item) {
  if (const Item* parts = fact<Item>(item)) {
    for (const Known& part : item.parts) {
      if (part.id == parts->main) return part;
    }
  }
  return item;
}

std::vector<FieldView> fields_of(const Known& item, const index::PublicParts* everybodys) {
  std::vector<FieldView> fields;
  const Description* description = fact<Description>(main_of(item));
  if (description == nullptr) return fields;
  for (const FieldInfo& info : kFields) {
    const Field* field = description->find(info.name);
    if (field == nullptr) continue;
    if (everybodys != nullptr && !everybodys->shows_field(info.name)) continue;
    FieldView& view = fields.emplace_back();
    view.info = &info;
    view.values = field->values;
    view.source = source_of(field->source);
    view.original = info.list ? std::string() : field->original;
    if (everybodys != nullptr) continue;
    view.confidence = field->confidence;
    for (const Rival& rival : field->rivals) {
      view.rivals.push_back({Rival{.values = rival.values}.to_text(), source_of(rival.source)});
    }
  }
  return fields;
}

/// Ties of the item's documents to other items that the visitor may see. To strangers no tie is
/// told that a draft or a slip speaks of: neither end may be an internal paper.
std::vector<RelationView> relations_of(const Known& item, RecordReader& records,
                                       const index::PublicParts* everybodys,
                                       const RegisterQuestion& question) {
  Wanted parts_only;
  parts_only.own[static_cast<std::size_t>(FactKind::item)] = true;
  std::vector<RelationView> views;
  for (const Known& part : item.parts) {
    const Relations* relations = fact<Relations>(part);
    if (relations == nullptr) continue;
    if (everybodys != nullptr && !everybodys->shows(role_in(item, part.id))) continue;
    for (const Relation& relation : relations->list) {
      const auto other = records.item_of(relation.other);
      if (!other || *other == item.id) continue;
      const auto hit = question.visible(*other);
      if (!hit) continue;
      if (everybodys != nullptr &&
          !everybodys->shows(role_in(records.load(*other, parts_only), relation.other))) {
        continue;
      }
      RelationView view{.kind = relation.kind,
                        .zh = relation.kind,
                        .en = relation.kind,
                        .evidence = relation.evidence,
                        .other = *hit};
      if (const TieKind* kind = find_tie_kind(relation.kind)) {
        const bool active = kind->name == relation.kind;
        view.zh = active ? kind->zh : kind->inverse_zh;
        view.en = active ? kind->en : kind->inverse_en;
      }
      const bool known = std::any_of(views.begin(), views.end(), [&](const RelationView& each) {
        return each.kind == view.kind && each.other.record == view.other.record;
      });
      if (!known) views.push_back(std::move(view));
    }
  }
  return views;
}

void put_appraisal(const Known& item, const Profile& profile, bool staff, RegisterView& view) {
  const FilingYear* filing = fact<FilingYear>(item);
  if (filing != nullptr && staff) view.year_rule = filing->rule;
  const Appraisal* appraisal = fact<Appraisal>(item);
  if (appraisal == nullptr) return;
  view.retention = {appraisal->period, appraisal->rule, appraisal->citation, {}};
  const Description* description = fact<Description>(main_of(item));
  const std::string_view title =
      description == nullptr ? std::string_view{} : description->value("title");
  const bool accounting = profile.section("number").attribute("category") == "KU";
  const auto from =
      retention_year(accounting, filing == nullptr ? std::nullopt : filing->year, title);
  if (const auto end = retention_end(retention_term(appraisal->period), from)) {
    view.retention.ends = to_iso(*end);
  }
  view.opening = appraisal->opening;
  if (!staff) return;
  const profile::Element& section = profile.section("appraise");
  view.control = appraisal->control;
  for (const profile::Element* row : section.all("control")) {
    if (view.control.empty() || row->attribute("id") != view.control) continue;
    view.control_zh = row->in("title", "zh");
    view.control_en = row->in("title", "en");
    view.control_citation = row->attribute("citation");
  }
  if (appraisal->opening != "open" && description != nullptr) {
    if (const auto date = parse_iso(description->value("date"))) {
      if (const auto day = opening_candidate(*date, read_opening_laws(section))) {
        view.opens_from = to_iso(*day);
      }
    }
  }
}

void put_place(const Known& item, bool staff, RegisterView& view) {
  if (const Placement* placement = fact<Placement>(item)) {
    view.first_page = placement->first_page;
    view.last_page = placement->last_page;
    if (staff && placement->volume) view.volume_title = placement->volume->title;
  }
  const auto former = item.decisions.find(kFormerCodeDecision);
  if (staff && former != item.decisions.end()) {
    view.former_codes = split_former(former->second.value);
  }
}

void put_findings(const Known& item, RegisterView& view) {
  view.verdict = verdict_of(item);
  for (const Finding& finding : item.findings) {
    view.findings.push_back({finding, waived(finding, &item.decisions)});
  }
  std::stable_sort(view.findings.begin(), view.findings.end(),
                   [](const FindingView& a, const FindingView& b) {
                     return a.finding.severity > b.finding.severity;
                   });
}

/// Read in one transaction, so that a run that commits meanwhile cannot be seen half.
class Snapshot {
 public:
  explicit Snapshot(sqlite::Database& database) : database_(database) {
    database_.execute("BEGIN");
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    try {
      database_.execute("COMMIT");
    } catch (const Failure&) {
      // Nothing was written, so nothing can be lost.
    }
  }

 private:
  sqlite::Database& database_;
};

}  // namespace

bool is_open(const Known& item) {
  const Appraisal* appraisal = fact<Appraisal>(item);
  const ArchivalCode* code = fact<ArchivalCode>(item);
  if (appraisal == nullptr || appraisal->opening != "open") return false;
  if (code == nullptr || code->provisional || code->text.empty()) return false;
  const Verdict stands = verdict_of(item);
  return stands == Verdict::accepted || stands == Verdict::held ||
         stands == Verdict::return_proposed;
}

std::vector<FileView> files_of(const Known& item, const index::PublicParts* everybodys) {
  std::vector<FileView> files;
  std::size_t number = 0;
  for (const Known& part : item.parts) {
    const Components* components = fact<Components>(part);
    if (components == nullptr) continue;
    const Text* text = fact<Text>(part);
    const Role part_role = role_in(item, part.id);
    for (std::size_t i = 0; i < components->list.size(); ++i) {
      const Component& component = components->list[i];
      ++number;
      if (everybodys != nullptr && !everybodys->shows(part_role, component.role)) continue;
      FileView& file = files.emplace_back();
      file.number = number;
      file.part = part_role;
      file.role = component.role;
      file.name = file_name_of(component.name);
      if (everybodys == nullptr) file.path = component.name;
      file.digest = component.digest;
      file.size = component.size;
      if (text == nullptr || i >= text->components.size()) continue;
      const ComponentText& outcome = text->components[i];
      file.format = outcome.format;
      file.pages = outcome.pages;
      file.state = outcome.state;
      if (everybodys == nullptr) file.reason = outcome.reason;
    }
  }
  return files;
}

std::optional<RegisterView> read_register(Register& source, const Profile& profile,
                                          const RecordId& item_id,
                                          const RegisterQuestion& question) {
  const Snapshot snapshot(source.database());
  RecordReader records(source);
  const Known item = records.load(item_id);
  if (fact<Item>(item) == nullptr) return std::nullopt;
  if (!question.staff && !is_open(item)) return std::nullopt;
  const index::PublicParts rule = index::read_public_parts(profile.section("index"));
  const index::PublicParts* everybodys = question.staff ? nullptr : &rule;

  RegisterView view;
  view.sealed = item.sealed;
  view.fields = fields_of(item, everybodys);
  view.files = files_of(item, everybodys);
  view.relations = relations_of(item, records, everybodys, question);
  put_appraisal(item, profile, question.staff, view);
  put_place(item, question.staff, view);
  if (question.staff) {
    put_findings(item, view);
    put_staff_history(source, item, question.all_history, view);
  } else {
    put_public_history(source, item, view);
  }
  return view;
}

}  // namespace guidang::web
