// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"
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

// 2010年4月8日国务院令第573号公布: the order that brought a law out is its number.
void from_notes(const Reading& reading, Candidates& out) {
  constexpr auto kIssued = std::to_array<std::string_view>({"公布", "发布", "颁布", "印发"});
  for (const std::size_t i : reading.zones.notes) {
    const Line& line = reading.lines[i];
    if (!contains(line.flat, "号")) continue;
    // The day before it must not be read as the beginning of a code.
    std::size_t from = 0;
    for (const text::FoundDate& date : text::find_dates(line.flat).found) {
      if (date.offset + date.length < line.flat.find("号")) from = date.offset + date.length;
    }
    const std::string_view act = std::string_view{line.flat}.substr(from);
    for (const text::FoundNumber& number :
         text::find_document_numbers(act, reading.settings->codes)) {
      const std::string_view after = act.substr(number.offset + number.length);
      const bool issues = after.empty() || after == ")" || starting(after, kIssued) != 0;
      if (!issues || number.suggested) continue;
      out.add("document_number", number.value.to_text(), line.place(), 0.7, number.original);
      return;
    }
  }
}

}  // namespace

void find_numbers(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  for (const HeadNumber& number : zones.numbers) {
    const double trust = number.number.value.code.empty() ? 0.6 : 0.9;
    offer(number.number, reading.lines[number.line].place(), trust, out);
  }
  for (const Label& label : reading.labels) {
    if (label.field != "document_number") continue;
    if (const auto number = text::read_document_number(label.value)) {
      offer(*number, reading.lines[label.line].place(), 0.9, out);
    }
  }
  for (const TitleBlock& block : zones.titles) from_title(reading, block, out);
  if (zones.numbers.empty()) from_notes(reading, out);
}

}  // namespace guidang::describe
