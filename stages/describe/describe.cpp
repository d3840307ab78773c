// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/describe.h"

#include <algorithm>
#include <array>

#include "pipeline/calendar/date.h"
#include "pipeline/decision.h"
#include "pipeline/fields.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/authority.h"
#include "stages/describe/codes.h"
#include "stages/describe/elements.h"
#include "stages/describe/flow.h"
#include "stages/describe/given.h"
#include "stages/describe/merge.h"
#include "stages/describe/oddities.h"
#include "stages/describe/scan.h"
#include "stages/describe/subtype.h"

namespace guidang {
namespace {

using describe::Candidate;
using describe::Candidates;

constexpr std::array kReads{Read{FactKind::origin}, Read{FactKind::components},
                            Read{FactKind::text}};

/// What directions and classes are derived from.
constexpr std::array<std::string_view, 5> kDecisions{"creator", "date", "doctype", "received",
                                                     "recipients"};

constexpr std::size_t kLongTitle = 150;  // characters

// The component that the document is described by: its 正本, else the nearest draft of it.
const ComponentText* described(const Components* components, const Text* text) {
  if (components == nullptr || text == nullptr) return nullptr;
  constexpr std::array kOrder{Role::main,         Role::copy,  Role::final_draft,
                              Role::marked_draft, Role::draft, Role::forwarded};
  for (const Role role : kOrder) {
    for (std::size_t i = 0; i < text->components.size() && i < components->list.size(); ++i) {
      const ComponentText& component = text->components[i];
      if (components->list[i].role == role && component.state == TextState::read) {
        return &component;
      }
    }
  }
  return nullptr;
}

void read_text(const describe::Reading& reading, Candidates& out) {
  find_titles(reading, out);
  find_numbers(reading, out);
  find_creators(reading, out);
  find_dates(reading, out);
  find_types(reading, out);
  find_marks(reading, out);
  find_addressees(reading, out);
  find_attachments(reading, out);
  find_imprint(reading, out);
  find_annotations(reading, out);
  find_adoption(reading, out);
  find_citations(reading, out);
}

// 文种 follows from the title that was settled on, so it is never surer than that.
void add_type(const Description& description, Candidates& out) {
  const Field* title = description.find("title");
  if (title == nullptr) return;
  if (auto type = describe::type_of_title(title->values.front())) {
    out.add("doctype", std::move(*type), "derived", title->confidence);
  }
}

/// The description with what people decided over it, which says who sent it to whom.
Description decided(const View& view, const Description& description) {
  if (view.decisions().empty()) return description;
  Fact fact{description};
  overlay(fact, view.decisions());
  return std::get<Description>(std::move(fact));
}

void report(std::string_view code, Severity severity, std::string_view place, std::string found,
            Findings& findings) {
  Finding finding;
  finding.code = code;
  finding.severity = severity;
  finding.place = place;
  finding.found = std::move(found);
  findings.add(std::move(finding));
}

void report_gaps(const Description& description, double bound, Findings& findings) {
  struct Gap {
    std::string_view field;
    std::string_view code;
  };
  // That title or date is missing, and that one of the main elements is unsure, is for the rules of
  // check, which may hold: said once.
  constexpr std::array kGaps{Gap{"document_number", describe::kNoNumber},
                             Gap{"creator", describe::kNoCreator},
                             Gap{"doctype", describe::kNoType}};
  for (const Gap& gap : kGaps) {
    if (description.find(gap.field) == nullptr) {
      report(gap.code, Severity::note, gap.field, {}, findings);
    }
  }
  constexpr std::array<std::string_view, 5> kRuled{"title", "document_number", "creator", "date",
                                                   "doctype"};
  for (const auto& [name, field] : description.fields) {
    const bool ruled = std::ranges::find(kRuled, name) != kRuled.end();
    // What is derived is as sure as that from which it follows.
    const bool elsewhere = field.source == "file name" || field.source == "derived";
    if (ruled || field.confidence >= bound || elsewhere) continue;
    report(describe::kUnsure, Severity::warning, name, field.values.front(), findings);
  }
  for (const auto& [name, field] : description.fields) {
    if (field.source == "file name") {
      report(describe::kFromFileName, Severity::warning, name, field.values.front(), findings);
    }
  }
  const std::string_view title = description.value("title");
  const std::size_t length = text::length(title);
  if (length > kLongTitle) {
    constexpr std::size_t kShown = 60;
    report(describe::kLongTitle, Severity::note, "title",
           std::string{text::prefix(title, kShown)} + "… (" + std::to_string(length) + ")",
           findings);
  }
}

}  // namespace

const StageInfo& Describe::info() const {
  static const StageInfo kInfo{.name = "describe",
                               .zh = "著录",
                               .summary = "says what a document is, and how sure that is",
                               .scope = Scope::document,
                               .reads = kReads,
                               .writes = FactKind::description,
                               .decisions = kDecisions,
                               .codes = describe::codes(),
                               .revision = 4};
  return kInfo;
}

std::optional<Fact> Describe::run(const View& view, Findings& findings) const {
  const Origin& origin = view.get<Origin>();
  const Components* components = view.find<Components>();
  const ComponentText* text = described(components, view.find<Text>());
  Candidates candidates;
  std::vector<std::string> pages;
  std::vector<PageLayout> layout;
  if (text != nullptr) {
    pages = view.pages(*text);
    layout = view.layout(*text);
    describe::flow(pages, layout);
  }
  describe::Reading reading = describe::read_document(pages, layout, settings_);
  // What one part of a collection is signed with is not of the whole.
  const std::vector<Finding> collection = describe::collection_of(reading);
  if (!collection.empty() && reading.zones.sign_off.embedded) reading.zones.sign_off = {};
  read_text(reading, candidates);
  const bool read = !candidates.list.empty();
  find_given(origin, candidates);
  if (text != nullptr) find_in_tags(*text, settings_, candidates);
  if (components != nullptr && !components->list.empty()) {
    find_in_name(components->list.front().name, read, candidates);
  }
  report_oddities(reading, candidates.findings);
  for (Finding& finding : candidates.findings) findings.add(std::move(finding));
  if (reading.lines.empty()) {
    report(describe::kNoText, Severity::note, {}, origin.paper_only ? "paper" : "", findings);
  }
  // First title and date alone: the kind of document hangs on the one, names on the other.
  Findings unheard;
  const Description first = merge(candidates, settings_.confidence, unheard);
  add_type(first, candidates);
  describe::find_sent(reading, first, candidates);
  const organs::Authority* organs = settings_.organs.get();
  if (organs != nullptr) {
    describe::settle_organs(candidates, *organs, parse_iso(decided(view, first).value("date")));
  }
  Description description = merge(candidates, settings_.confidence, findings);
  describe::settle_century(description, findings);
  if (organs != nullptr) {
    describe::derive_from_organs(origin, decided(view, description), *organs, description);
    describe::report_organs(decided(view, description), *organs, findings);
  }
  report_gaps(description, settings_.confidence, findings);
  report_era(reading, description, settings_.confidence, findings);
  return description;
}

}  // namespace guidang
