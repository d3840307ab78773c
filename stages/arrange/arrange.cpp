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

constexpr std::array<std::string_view, 3> kFields{"date", "document_number", "title"};
constexpr std::array kReads{Read{FactKind::item}, Read{FactKind::checks}, Read{FactKind::appraisal},
                            Read{FactKind::year}, Read{FactKind::description, true, kFields}};
constexpr std::array kCodes{CodeInfo{
    "ARR-101", "保管期限没有档号代码", "the retention period has no code for 档号",
    "在规则集 appraise 一节的 period 表中补上该期限，或改用表中的期限",
    "add the period to the profile's table, or decide one that it has", "DA/T 22-2015 5.6"}};
constexpr StageInfo kInfo{.name = "arrange",
                          .zh = "整理",
                          .summary = "puts accepted items into series and order",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::placement,
                          .decisions = kVerdictDecisions,
                          .reads_findings = true,
                          .codes = kCodes};

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

/// A period without a code, whatever else is said of the item: what this stage reports must not
/// depend on what it reported before.
bool lacks_code(const Appraisal* appraisal, const Periods& periods) {
  return appraisal != nullptr && appraisal->filed && !appraisal->period.empty() &&
         periods.code(appraisal->period).empty();
}

}  // namespace

Arrange::Arrange(const Profile& profile, std::string fonds_code)
    : pattern_(CodePattern::read(profile.section("number"))),
      periods_(profile.section("appraise")),
      fonds_code_(std::move(fonds_code)),
      category_(profile.section("number").attribute("category")) {
  const profile::Element& section = profile.section("arrange");
  if (section.word("mode", {"item", "volume"}, "item") == "volume") {
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
  // Fails here rather than in the middle of a run.
  static_cast<void>(
      pattern_.series({.fonds = fonds_code_, .category = category_, .year = 2000, .period = "Y"}));
  settings_ =
      files::sha256_hex(profile.section_digest("arrange") + profile.section_digest("number") +
                        fonds_code_ + profile.section_digest("appraise"));
}

std::span<const CodeInfo> arrange_codes() { return kCodes; }

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
    const auto* appraisal = item.find<Appraisal>();
    if (lacks_code(appraisal, periods_)) {
      sink.report(item.id(), {.code = "ARR-101",
                              .severity = Severity::hold,
                              .place = "period",
                              .found = appraisal->period});
      return;
    }
    if (verdict(item) != Verdict::accepted) return;
    const std::string series =
        pattern_.series({.fonds = fonds_code_,
                         .category = category_,
                         .year = *item.get<FilingYear>().year,
                         .period = std::string(periods_.code(appraisal->period))});
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
