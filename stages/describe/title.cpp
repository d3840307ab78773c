// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kShortTitle = 4;   // characters
constexpr std::size_t kLongTitle = 150;  // characters; longer ones are reported
// In characters. A text without line ends is no title: better none than that, and a person looks.
constexpr std::size_t kLongestTitle = 4000;

// 凤凰县政府门户网站-凤凰县人民政府…: what a browser shows above the page.
bool is_page_title(std::string_view flat) {
  constexpr auto kSites =
      std::to_array<std::string_view>({"网站-", "门户-", "网-", "网站_", "网_"});
  return contains_any(flat, kSites);
}

double trust_in(const TitleBlock& block, const Reading& reading) {
  const std::string flat = flatten(block.text, kFlatBytes);
  const std::size_t length = text::length(flat);
  if (contains(flat, "。") || length > kLongTitle) return 0.45;
  if (length < kShortTitle) return 0.3;
  if (is_page_title(flat)) return 0.4;
  const Zones& zones = reading.zones;
  const auto next_is = [&](std::size_t line) { return line == block.last + 1; };
  // Directly above or below what only stands beside a title.
  bool placed = block.after_number || (zones.salutation && next_is(zones.salutation_first));
  placed = placed || std::any_of(zones.notes.begin(), zones.notes.end(), next_is);
  placed = placed || std::any_of(zones.numbers.begin(), zones.numbers.end(),
                                 [&](const HeadNumber& number) { return next_is(number.line); });
  double trust = 0.55;
  if (block.complete) trust += 0.2;
  if (placed) trust += 0.15;
  if (&block == &reading.zones.titles.front()) trust += 0.03;
  constexpr double kSurest = 0.97;
  return std::min(trust + trust_by_look(block, reading), kSurest);
}

// 现将《某某办法》印发给你们: a letter that lost its own title still names what it sends.
std::string sent_text(const Reading& reading) {
  const Zones& zones = reading.zones;
  constexpr std::string_view kSent = "现将《";
  for (std::size_t i = zones.body; i < reading.lines.size() && i < zones.body + 3; ++i) {
    const std::string_view flat = reading.lines[i].flat;
    const std::size_t at = flat.find(kSent);
    if (at == std::string_view::npos) continue;
    const std::size_t end = flat.find("》", at);
    if (end == std::string_view::npos) return {};
    const std::string_view rest = flat.substr(end);
    if (!contains(rest, "印发") && !contains(rest, "转发")) return {};
    return std::string{flat.substr(at + kSent.size(), end - at - kSent.size())};
  }
  return {};
}

}  // namespace

void find_titles(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  for (const TitleBlock& block : zones.titles) {
    if (text::length(block.text) > kLongestTitle) continue;
    const Line& line = reading.lines[block.first];
    out.add("title", block.text, line.place(), trust_in(block, reading));
  }
  for (const Label& label : reading.labels) {
    if (label.field != "title") continue;
    const std::array parts{label.value};
    out.add("title", join_title(parts), reading.lines[label.line].place(), 0.85);
  }
  if (zones.titles.empty()) {
    // 常务会议纪要 is masthead and title in one.
    for (const std::size_t i : zones.masthead) {
      const Line& line = reading.lines[i];
      if (type_of_title(line.flat)) out.add("title", line.flat, line.place(), 0.6);
    }
    std::string sent = sent_text(reading);
    if (!sent.empty()) {
      out.add("title", std::move(sent), reading.lines[zones.body].place(), 0.4);
    }
  }
}

}  // namespace guidang::describe
