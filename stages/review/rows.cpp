// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/files/digest.h"
#include "pipeline/number/periods.h"
#include "pipeline/text/utf8.h"
#include "stages/review/codes.h"

namespace guidang::review {
namespace {

constexpr std::size_t kStateDigits = 12;
/// Characters of a cell that is only read; a found text may be a whole page.
constexpr std::size_t kMostShown = 600;

template <typename F>
const F* fact_of(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

const Known& main_of(const Known& known) {
  if (const Item* item = fact_of<Item>(known)) {
    for (const Known& part : known.parts) {
      if (part.id == item->main) return part;
    }
  }
  return known;
}

std::string shown(std::string_view text) {
  const std::string_view front = text::prefix(text, kMostShown);
  return front.size() == text.size() ? std::string(text) : std::string(front) + "…";
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  return fmt::format("{}", fmt::join(texts, between));
}

/// What was read and what other sources say, each with its place, the most trusted first.
std::string candidates_of(const Description* description, std::string_view name) {
  if (description == nullptr) return {};
  const auto at = description->fields.find(name);
  if (at == description->fields.end()) return {};
  std::vector<std::string> all;
  if (!at->second.values.empty()) {
    all.push_back(Rival{.values = at->second.values, .source = at->second.source}.to_text());
  }
  for (const Rival& rival : at->second.rivals) all.push_back(rival.to_text());
  return joined(all, "\n");
}

/// Every stage that the verdict waits for has spoken.
bool worked_through(const Known& top) {
  const auto* appraisal = fact_of<Appraisal>(top);
  const auto* year = fact_of<FilingYear>(top);
  return fact_of<Checks>(top) != nullptr && appraisal != nullptr &&
         (!appraisal->filed || (!appraisal->period.empty() && year != nullptr && year->year));
}

Severity severity_by_code(std::string_view code) {
  return code.starts_with("RTN-") ? Severity::give_back : Severity::hold;
}

/// Above the secrecy ceiling: all that receive says of a stub.
constexpr std::string_view kAboveCeiling = "REG-17";
/// What only a person knows decides the period; its place names the questions.
constexpr std::string_view kOpenQuestion = "APR-103";

/// A question of the retention table comes before what is offered anyway.
std::vector<Choice> choices_with_answers(const Profile& profile, const Asked& asked) {
  std::vector<Choice> all;
  if (asked.code == kOpenQuestion) all = answers_to(profile, asked.place);
  const std::vector<Choice> others = choices_for(asked);
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

std::string_view part_of_key(std::string_view key, int index) {
  for (; index > 0; --index) {
    const std::size_t slash = key.find('/');
    if (slash == std::string_view::npos) return {};
    key.remove_prefix(slash + 1);
  }
  return key;
}

}  // namespace

Rows::Rows(Register& source, const Profile& profile)
    : profile_(profile),
      records_(source),
      digests_(source.database().prepare(
          fmt::format("SELECT c.kind, f.digest FROM current c JOIN fact f ON f.id = c.fact "
                      "WHERE c.record = ?1 AND c.kind IN ({}, {}, {}) ORDER BY c.kind",
                      static_cast<int>(FactKind::origin), static_cast<int>(FactKind::components),
                      static_cast<int>(FactKind::description)))),
      stub_(source.database().prepare("SELECT 1 FROM record WHERE id = ?1 AND kind = 's'")) {
  const std::string names = Periods(profile.section("appraise")).names();
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find(' ', at), names.size());
    periods_.push_back(names.substr(at, end - at));
    at = end + 1;
  }
}

Row Rows::frame(const Known& top, const Known& main) {
  Row row{.document = main.id, .record = top.id};
  if (const Origin* origin = fact_of<Origin>(main)) row.place = origin->place;
  if (const Description* description = fact_of<Description>(main)) {
    row.title = description->value("title");
    row.number = description->value("document_number");
    row.date = description->value("date");
  }
  if (const FilingYear* year = fact_of<FilingYear>(top)) row.year = year->year;
  return row;
}

/// The files, the ledgers' word and what was read of them, and what people decided on the fields
/// that this row may decide. Not what follows from these: a row may still be answered after its
/// neighbour was.
std::string Rows::state_of(const Known& top, const Row& row) {
  files::Sha256 sink;
  const auto add = [&](const Known& record) {
    sink.update("\x1e" + record.id + (record.sealed ? "\x1fsealed" : "\x1f"));
    digests_.bind(record.id);
    while (digests_.step()) sink.update("\x1f" + std::string(digests_.text(1)));
  };
  add(top);
  for (const Known& part : top.parts) add(part);
  sink.update("\x1e" + row.found + "\x1f" + row.expected);
  for (const Choice& choice : row.choices) {
    const auto at = top.decisions.find(choice.field);
    if (at == top.decisions.end()) continue;
    sink.update("\x1e" + choice.field + "\x1f" + at->second.value);
  }
  return sink.hex().substr(0, kStateDigits);
}

void Rows::put_finding(const Known& top, const Known& main, const Finding& finding, Row row,
                       std::vector<Row>& rows) {
  row.code = finding.code;
  row.severity = finding.severity;
  row.waived = waived(finding, &top.decisions);
  row.key = fmt::format("{}/{}/{}", main.id, finding.code, finding.place);
  const auto same = std::count_if(rows.begin(), rows.end(), [&](const Row& other) {
    return other.key == row.key || other.key.starts_with(row.key + "#");
  });
  if (same > 0) row.key += fmt::format("#{}", same + 1);
  if (!finding.path.empty()) row.place = finding.path;
  if (!finding.place.empty()) row.place += ":" + finding.place;
  row.found = shown(finding.found);
  row.expected = shown(finding.expected);
  row.citations = joined(finding.citations, "; ");
  row.candidates = shown(candidates_of(fact_of<Description>(main), finding.place));
  row.choices = choices_with_answers(profile_, {.code = finding.code,
                                                .place = finding.place,
                                                .severity = finding.severity,
                                                .stub = row.stub});
  const Appraisal* appraisal = fact_of<Appraisal>(top);
  if (finding.code.starts_with("APR-") && appraisal != nullptr) {
    row.suggestion = shown(appraisal->suggestion);
    row.values = periods_;
  }
  row.state = state_of(top, row);
  rows.push_back(std::move(row));
}

std::vector<Row> Rows::of(const RecordId& document) {
  std::vector<Row> rows;
  const auto item = records_.item_of(document);
  const Known top = records_.load(item.value_or(document));
  const Known& main = main_of(top);
  if (main.id != document) return rows;
  Row frame = this->frame(top, main);
  frame.stub = stub_.bind(document).step();
  stub_.reset();
  for (const Finding& finding : top.findings) {
    const auto* appraisal = fact_of<Appraisal>(top);
    if (finding.code != kOpenQuestion || appraisal == nullptr) {
      put_finding(top, main, finding, frame, rows);
      continue;
    }
    // One row a question: each has answers of its own.
    for (const std::string& question : appraisal->asks) {
      Finding one = finding;
      one.place = question;
      put_finding(top, main, one, frame, rows);
    }
  }
  if (!frame.stub && !worked_through(top) &&
      std::none_of(rows.begin(), rows.end(), needs_a_person)) {
    put_finding(top, main, {.code = std::string(kNotRun), .severity = Severity::hold}, frame, rows);
  }
  return rows;
}

std::string_view document_of_key(std::string_view key) {
  const std::size_t slash = key.find('/');
  const std::string_view id = key.substr(0, slash);
  const bool is_key = slash != std::string_view::npos && id.size() > 1 && id.front() == 'd';
  return is_key ? id : std::string_view{};
}

std::vector<Choice> choices_of_key(const Profile& profile, std::string_view key) {
  const std::string_view rest = part_of_key(key, 1);
  Asked asked{.code = std::string(rest.substr(0, rest.find('/')))};
  const std::string_view place = part_of_key(rest, 1);
  asked.place = place.substr(0, place.find('#'));
  asked.severity = severity_by_code(asked.code);
  asked.stub = asked.code == kAboveCeiling;
  return choices_with_answers(profile, asked);
}

bool needs_a_person(const Row& row) {
  return !row.waived && (row.severity >= Severity::hold || row.stub);
}

}  // namespace guidang::review
