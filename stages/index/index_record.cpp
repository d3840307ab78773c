// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/index/index_record.h"

#include <array>

#include "pipeline/facts_json.h"
#include "pipeline/number/former_codes.h"
#include "pipeline/opening.h"
#include "pipeline/verdict.h"

namespace guidang {
namespace {

constexpr std::array kReads{
    Read{FactKind::item},
    Read{FactKind::checks},
    Read{FactKind::appraisal},
    Read{FactKind::year},
    Read{FactKind::placement},
    Read{FactKind::code},
    Read{FactKind::origin, true},
    Read{FactKind::text, true},
    Read{FactKind::description, true},
    Read{FactKind::components, true},
};
constexpr std::array<std::string_view, 5> kDecisions{kVerdictDecisions[0], kVerdictDecisions[1],
                                                     kVerdictDecisions[2], kFormerCodeDecision,
                                                     "opening"};
constexpr StageInfo kInfo{.name = "index",
                          .zh = "索引",
                          .summary = "build the full-text index",
                          .scope = Scope::item,
                          .reads = kReads,
                          .decisions = kDecisions,
                          .reads_findings = true};

bool searchable(Verdict answer) {
  return answer == Verdict::accepted || answer == Verdict::held ||
         answer == Verdict::return_proposed;
}

std::vector<std::string> values(const Description& description, std::string_view name) {
  const Field* field = description.find(name);
  return field == nullptr ? std::vector<std::string>{} : field->values;
}

Role role_in(const View& item, const RecordId& document) {
  const Item* fact = item.find<Item>();
  if (fact == nullptr) return Role::main;
  for (const ItemPart& part : fact->parts) {
    if (part.document == document) return part.role;
  }
  return Role::main;
}

/// The text that those who see the record get; `shown` null for all of it.
std::vector<std::string> pages_of(const View& item, const index::PublicParts* shown) {
  std::vector<std::string> pages;
  for (const View& part : item.parts()) {
    const Text* text = part.find<Text>();
    const Components* files = part.find<Components>();
    if (text == nullptr) continue;
    for (std::size_t i = 0; i < text->components.size(); ++i) {
      if (shown != nullptr) {
        // A text whose file is not known is nobody's to give away.
        if (files == nullptr || i >= files->list.size()) continue;
        if (!shown->shows(role_in(item, part.id()), files->list[i].role)) continue;
      }
      for (std::string& page : part.pages(text->components[i])) pages.push_back(std::move(page));
    }
  }
  return pages;
}

index::IndexRecord described(const View& item, const IndexRule& rule) {
  index::IndexRecord record{.record = item.id(), .fonds = rule.fonds_code};
  const View& main = item.main();
  if (const Description* description = main.find<Description>()) {
    record.title = description->value("title");
    record.document_number = description->value("document_number");
    record.creator = description->value("creator");
    record.doctype = description->value("doctype");
    record.secrecy = description->value("secrecy");
    record.recipients = values(*description, "recipients");
    record.cc = values(*description, "cc");
    record.signers = values(*description, "signer");
    record.attachments = values(*description, "attachments");
    if (const auto date = description->value("date"); !date.empty()) record.date = date;
  }
  if (const Origin* origin = main.find<Origin>()) {
    record.path = origin->place;
    if (origin->direction != Direction::unknown) record.direction = to_text(origin->direction);
  }
  if (const ArchivalCode* code = item.find<ArchivalCode>()) {
    record.code = code->text;
    record.provisional = code->provisional;
    const Placement* placement = item.find<Placement>();
    if (placement != nullptr && placement->volume) {
      record.volume = code->series;
      record.volume_title = placement->volume->title;
    }
  }
  if (const auto former = item.decisions().find(kFormerCodeDecision);
      former != item.decisions().end()) {
    record.former_codes = split_former(former->second.value);
  }
  if (const FilingYear* filing = item.find<FilingYear>()) record.year = filing->year.value_or(0);
  if (const Appraisal* appraisal = item.find<Appraisal>()) {
    record.retention = appraisal->period;
  }
  const bool lasting = !record.code.empty() && !record.provisional;
  const bool open = lasting && is_opened(item);
  record.access = open ? index::Access::open : index::Access::staff;
  // The title of a volume is made of all its items, closed ones too.
  if (open) record.volume_title.clear();
  record.pages = pages_of(item, open ? &rule.everybodys : nullptr);
  return record;
}

}  // namespace

const StageInfo& index_info() { return kInfo; }

std::optional<index::IndexRecord> index_record(const View& item, const IndexRule& rule) {
  if (!searchable(verdict(item))) return std::nullopt;
  return described(item, rule);
}

}  // namespace guidang
