// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/check/ledger_check.h"

#include <fmt/format.h>

#include <array>

#include "pipeline/files/digest.h"
#include "pipeline/text/document_number.h"

namespace guidang {
namespace {

using check::Rule;
using text::DocumentNumber;

constexpr std::string_view kRule = "OUT-07";

constexpr std::array<std::string_view, 1> kNumberOnly{"document_number"};
constexpr std::array<std::string_view, 3> kOriginFields{"place", "purpose", "direction"};
constexpr std::array<std::string_view, 1> kDecisions{"withdraw"};
constexpr std::array kReads{
    Read{FactKind::item},
    Read{FactKind::origin, true, kOriginFields},
    Read{FactKind::description, true, kNumberOnly},
    Read{FactKind::relations, true},
};

constexpr StageInfo kInfo{.name = "ledger_check",
                          .zh = "查号",
                          .summary = "finds gaps and repeats in the numbers the office gave",
                          .scope = Scope::item,
                          .reads = kReads,
                          .decisions = kDecisions};

bool stands(const View& item) {
  const auto withdrawn = item.decisions().find("withdraw");
  if (withdrawn != item.decisions().end() && withdrawn->second.value == "yes") return false;
  const auto* relations = item.main().find<Relations>();
  if (relations == nullptr) return true;
  for (const Relation& relation : relations->list) {
    if (relation.kind == "duplicate_of") return false;
  }
  return true;
}

/// Sorts by code, year, number: fixed widths, since keys are compared as bytes.
std::string key_of(const DocumentNumber& number) {
  return fmt::format("{}\x1f{:04}\x1f{:09}\x1f{:09}", number.code, number.year, number.number,
                     number.sub.value_or(0));
}

struct Seen {
  RecordId record{};
  std::string place{};
  Purpose purpose = Purpose::filing;
  DocumentNumber number{};
};

/// Payload: purpose, the number, the place, in lines.
std::string payload_of(const Origin& origin, const DocumentNumber& number) {
  return fmt::format("{}\n{}\n{}", origin.purpose == Purpose::incoming ? "i" : "f",
                     number.to_text(), origin.place);
}

Seen seen_in(const SortedRow& row) {
  const std::size_t first = row.payload.find('\n');
  const std::size_t second = row.payload.find('\n', first + 1);
  Seen seen{.record = row.record};
  seen.purpose = row.payload.starts_with('i') ? Purpose::incoming : Purpose::filing;
  const auto number =
      text::parse_document_number(row.payload.substr(first + 1, second - first - 1));
  if (!number) throw std::logic_error("a number in normal form does not parse back");
  seen.number = *number;
  seen.place = row.payload.substr(second + 1);
  return seen;
}

std::string range_text(DocumentNumber number, int first, int last) {
  number.sub.reset();
  number.last.reset();
  number.supplement = false;
  number.number = first;
  std::string out = number.to_text();
  if (last > first) {
    number.number = last;
    out += fmt::format("—{}", number.to_text());
  }
  return out;
}

class Reporter {
 public:
  Reporter(const Rule& rule, Sink& sink) : rule_(rule), sink_(sink) {}

  void visit(const Seen& seen) {
    const bool same_series =
        last_ && last_->number.code == seen.number.code && last_->number.year == seen.number.year;
    if (same_series && last_->number == seen.number) {
      if (!repeating_) report(*last_, "duplicate", repeat_text(seen), unique_text());
      report(seen, "duplicate", repeat_text(*last_), unique_text());
      repeating_ = true;
    } else {
      repeating_ = false;
      gap(seen, same_series ? last_->number.last.value_or(last_->number.number) : 0);
    }
    last_ = seen;
  }

 private:
  static std::string repeat_text(const Seen& other) {
    return fmt::format("{} 另见 / also on {}", other.number.to_text(), other.place);
  }
  static std::string unique_text() { return "一文一号 / one number for one document"; }

  void gap(const Seen& seen, int before) {
    const int next = before + 1;
    if (seen.number.number <= next) return;
    report(seen, before == 0 ? "start" : "gap",
           fmt::format("缺 {0} / no {0}", range_text(seen.number, next, seen.number.number - 1)),
           "编号连续，或说明去向 / numbers without gaps, or where the missing one went");
  }

  void report(const Seen& seen, std::string_view flaw, std::string found, std::string expected) {
    Finding finding{.code = rule_.id};
    finding.severity = rule_.severity({.purpose = seen.purpose,
                                       .direction = Direction::issued,
                                       .sender = Standing::own,
                                       .flaw = flaw});
    finding.path = seen.place;
    finding.place = "document_number";
    finding.found = std::move(found);
    finding.expected = std::move(expected);
    finding.citations.push_back(rule_.citation);
    sink_.report(seen.record, std::move(finding));
  }

  const Rule& rule_;
  Sink& sink_;
  std::optional<Seen> last_{};
  bool repeating_ = false;
};

}  // namespace

LedgerCheck::LedgerCheck(const Profile& profile)
    : rules_(check::Rules::load(profile)),
      settings_(files::sha256_hex(profile.section_digest("check") + profile.id() + " " +
                                  profile.version())) {}

const StageInfo& LedgerCheck::info() const { return kInfo; }

void LedgerCheck::run(RecordSet& set, Sink& sink) const {
  const Rule* rule = rules_.find(kRule);
  if (rule == nullptr || !rule->on) return;
  const std::unique_ptr<Sorter> sorter = set.sorter();
  set.for_each_item([&](const View& item) {
    const View& main = item.main();
    const auto& origin = main.get<Origin>();
    const auto* description = main.find<Description>();
    if (origin.direction != Direction::issued || description == nullptr || !stands(item)) return;
    const auto number = text::parse_document_number(description->value("document_number"));
    if (!number || number->form != text::NumberForm::bracketed) return;
    sorter->add(key_of(*number), item.id(), payload_of(origin, *number));
  });
  Reporter reporter{*rule, sink};
  sorter->for_each([&](const SortedRow& row) { reporter.visit(seen_in(row)); });
}

}  // namespace guidang
