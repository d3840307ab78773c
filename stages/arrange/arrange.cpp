// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/arrange.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/files/digest.h"
#include "pipeline/text/document_number.h"
#include "pipeline/verdict.h"

namespace guidang {
namespace {

constexpr std::array<std::string_view, 5> kFields{"date", "document_number", "title", "doctype",
                                                  "creator"};
constexpr std::array kReads{
    Read{FactKind::item}, Read{FactKind::checks},       Read{FactKind::appraisal},
    Read{FactKind::year}, Read{FactKind::origin, true}, Read{FactKind::description, true, kFields}};
constexpr std::array<std::string_view, 4> kDecisions{kVerdictDecisions[0], kVerdictDecisions[1],
                                                     kVerdictDecisions[2], kClassDecision};
constexpr StageInfo kInfo{.name = "arrange",
                          .zh = "整理",
                          .summary = "puts accepted items into series and order",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::placement,
                          .decisions = kDecisions,
                          .reads_findings = true,
                          .codes = kSeriesCodes,
                          .revision = 2};

/// Below every printable character, so that a shorter key part sorts before its continuation.
constexpr char kEnd = '\x01';
/// Above every character of UTF-8: what is not known comes last.
constexpr std::string_view kLast = "\xff";

std::string number_key(std::string_view written) {
  if (written.empty()) return std::string(kLast);
  const auto number = text::parse_document_number(written);
  if (!number) return text::matching_key(written);
  return fmt::format("{}{}{:04}{:010}{:010}", number->code, kEnd, number->year, number->number,
                     number->sub.value_or(0));
}

/// Where the item stands when what this stage said before is left out: it must not depend on that.
Verdict verdict_before(View item) {
  std::vector<Finding> findings;
  for (const Finding& finding : item.findings()) {
    const bool own = std::any_of(kSeriesCodes.begin(), kSeriesCodes.end(),
                                 [&](const CodeInfo& info) { return info.id == finding.code; });
    if (!own) findings.push_back(finding);
  }
  item.put(std::move(findings));
  return verdict(item);
}

}  // namespace

Arrange::Arrange(const Profile& profile, const std::string& fonds_code)
    : rule_(profile, fonds_code) {
  const profile::Element& section = profile.section("arrange");
  if (rule_.pattern().volumes()) {
    throw Failure(section.place() + ": 尚不支持按卷整理 / volume mode is not there yet",
                  "使用 / use mode=\"item\"", ExitStatus::usage);
  }
  order_ = section.words("order");
  if (order_.empty()) order_ = {"date", "number", "title"};
  for (const std::string& word : order_) {
    if (word != "date" && word != "number" && word != "title") {
      throw section.flaw(word, "date, number, title");
    }
  }
  settings_ =
      files::sha256_hex(profile.section_digest("arrange") + profile.section_digest("number") +
                        fonds_code + profile.section_digest("appraise"));
}

std::span<const CodeInfo> arrange_codes() { return kSeriesCodes; }

const StageInfo& Arrange::info() const { return kInfo; }

std::string Arrange::order_key(const View& item) const {
  const auto* description = item.main().find<Description>();
  const auto value = [&](std::string_view field) {
    return description == nullptr ? std::string_view{} : description->value(field);
  };
  std::string key = fmt::format("{:04}{}", item.get<FilingYear>().year.value_or(0), kEnd);
  for (const std::string& word : order_) {
    if (word == "number") {
      key += number_key(value("document_number"));
    } else {
      const std::string_view text = value(word);
      key += text.empty() ? kLast : text;
    }
    key += kEnd;
  }
  return key;
}

void Arrange::run(RecordSet& set, Sink& sink) const {
  const auto sorter = set.sorter();
  set.for_each_item([&](const View& item) {
    if (item.sealed()) return;
    const Verdict stands = verdict_before(item);
    if (stands != Verdict::accepted && stands != Verdict::held) return;
    Finding why;
    const auto found = rule_.series(item, why);
    if (!why.code.empty()) sink.report(item.id(), std::move(why));
    if (!found || stands != Verdict::accepted) return;
    const std::string& series = *found;
    sorter->add(series + kEnd + order_key(item), item.id(), series);
  });
  std::string series;
  std::uint64_t position = 0;
  sorter->for_each([&](const SortedRow& row) {
    position = row.payload == series ? position + 1 : 1;
    series = row.payload;
    sink.put(row.record, Placement{.series = series, .position = position});
  });
}

}  // namespace guidang
