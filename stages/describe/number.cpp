// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/calendar/date.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/number_cell.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

void offer(const text::FoundNumber& number, std::string place, double trust, Candidates& out) {
  report_flaws(number, place, out.findings);
  if (number.suggested) return;
  out.add("document_number", number.value.to_text(), std::move(place), trust, number.original);
}

// A number glued to the title: 法释〔2015〕24号关于…, …的通知》苏府〔2019〕38号. One that the
// title cites stands inside: 转发国发〔2018〕1号文件的通知.
void from_title(const Reading& reading, const TitleBlock& block, Candidates& out) {
  if (!contains(block.text, "号")) return;
  for (const text::FoundNumber& number :
       text::find_document_numbers(block.text, reading.settings->codes)) {
    const std::string_view before = std::string_view{block.text}.substr(0, number.offset);
    const std::string_view after =
        std::string_view{block.text}.substr(number.offset + number.length);
    constexpr auto kBefore = std::to_array<std::string_view>({"(", "（", "〔", "[", "》"});
    constexpr auto kAfter = std::to_array<std::string_view>({")", "）", "〕", "]", "》"});
    const bool last = after.empty() || starting(after, kAfter) == after.size();
    const bool sets_off = ending(before, kBefore) != 0 || type_of_title(before).has_value();
    if (before.empty() || (last && sets_off)) {
      offer(number, reading.lines[block.first].place(), 0.75, out);
      return;
    }
  }
}

// Whether an order of a 题注 brought the text out: what stands behind and before it says so. One
// that only amends it (修正, 修订) numbers the amendment.
bool issues(std::string_view before, std::string_view after, bool first) {
  constexpr auto kIssued = std::to_array<std::string_view>(
      {"公布", "发布", "颁布", "印发", "修订通过", "修订公布", "重新公布"});
  constexpr auto kEnds = std::to_array<std::string_view>({")", "）", "，", ",", "；", ";"});
  constexpr auto kAmending = std::to_array<std::string_view>({"根据", "依据", "按照", "修"});
  if (starting(after, kIssued) != 0) return true;
  // Without a word for it, the first order is the one.
  return first && (after.empty() || starting(after, kEnds) != 0) &&
         !contains_any(before, kAmending);
}

// The number by which a line of a 题注 says that the text came out:
// 2010年4月8日国务院令第573号公布. Of two in a row, 甲部令第10号、乙部令第1号发布, the first.
std::optional<text::FoundNumber> issuing_number(const Line& line, const Settings& settings) {
  if (!contains(line.flat, "号")) return std::nullopt;
  std::vector<text::FoundNumber> numbers = text::find_document_numbers(line.text, settings.codes);
  std::optional<text::FoundNumber> last;
  std::size_t group = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::size_t end = numbers[i].offset + numbers[i].length;
    if (i + 1 < numbers.size()) {
      const std::string_view gap = text::trim(line.text.substr(end, numbers[i + 1].offset - end));
      if (gap.empty() || gap == "、" || gap == "，") continue;
    }
    text::FoundNumber& number = numbers[std::exchange(group, i + 1)];
    const std::string_view before = line.text.substr(0, number.offset);
    if (number.suggested || !issues(before, text::trim(line.text.substr(end)), !last)) continue;
    last = std::move(number);
  }
  return last;
}

// A text that was issued anew bears the number of the last issue.
void from_notes(const Reading& reading, Candidates& out) {
  std::optional<text::FoundNumber> last;
  std::string place;
  for (const std::size_t i : reading.zones.notes) {
    auto number = issuing_number(reading.lines[i], *reading.settings);
    if (!number) continue;
    last = std::move(number);
    place = reading.lines[i].place();
  }
  if (!last) return;
  constexpr double kNote = 0.7;
  out.add("document_number", last->value.to_text(), std::move(place), kNote, last->original);
}

// One sheet may bear two numbers side by side; the first is that of the organ in charge.
void beside(const Line& line, const text::FoundNumber& first, const Settings& settings,
            Candidates& out) {
  constexpr double kBeside = 0.55;
  const std::string own = first.value.to_text();
  for (const text::FoundNumber& number : text::find_document_numbers(line.text, settings.codes)) {
    std::string value = number.value.to_text();
    if (number.suggested || value == own) continue;
    out.add("document_number", std::move(value), line.place(), kBeside, number.original);
  }
}

void from_label(const Label& label, const Reading& reading, Candidates& out) {
  const text::CellReading cell = text::read_number_cell(label.value);
  if (cell.numbers.empty()) return;
  std::string place = reading.lines[label.line].place();
  if (cell.cell == text::NumberCell::several) {
    report_several(label.value, cell.numbers.front(), place, out.findings);
  }
  offer(cell.numbers.front(), std::move(place), 0.9, out);
}

}  // namespace

void find_numbers(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  for (const HeadNumber& number : zones.numbers) {
    const double trust = number.number.value.code.empty() ? 0.6 : 0.9;
    const Line& line = reading.lines[number.line];
    offer(number.number, line.place(), trust, out);
    beside(line, number.number, *reading.settings, out);
  }
  for (const Label& label : reading.labels) {
    if (label.field == "document_number") from_label(label, reading, out);
  }
  for (const TitleBlock& block : zones.titles) from_title(reading, block, out);
  if (zones.numbers.empty()) from_notes(reading, out);
}

void settle_century(Description& description, Findings& findings) {
  constexpr int kCentury = 100;
  const auto field = description.fields.find("document_number");
  const Field* date = description.find("date");
  if (field == description.fields.end() || date == nullptr) return;
  auto number = text::parse_document_number(field->second.values.front());
  const auto day = parse_iso(date->values.front());
  if (!number || !day || number->form != text::NumberForm::bracketed) return;
  const int year = static_cast<int>(day->year());
  if (number->year >= kCentury || number->year != year % kCentury) return;
  Finding finding;
  finding.code = kCenturySettled;
  finding.severity = Severity::note;
  finding.place = field->second.source;
  finding.found = field->second.values.front();
  number->year = year;
  finding.expected = number->to_text();
  findings.add(std::move(finding));
  Field& settled = field->second;
  if (settled.original.empty()) settled.original = settled.values.front();
  settled.values.front() = number->to_text();
  settled.confidence = std::min(settled.confidence, date->confidence);
}

}  // namespace guidang::describe
