// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/confidence.h"
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

std::size_t han_in(std::string_view flat) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < flat.size();) {
    if (text::is_han(text::next(flat, pos))) ++count;
  }
  return count;
}

bool has_words(std::string_view title) {
  return std::any_of(title.begin(), title.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 0x7F;
  });
}

// A cell, a name, a sentence, a label: whatever stands first in papers that have no title.
bool is_odd(std::string_view flat, std::size_t length) {
  constexpr auto kRunning = std::to_array<std::string_view>({"。", ";", "=", "\"", "{", "\\"});
  constexpr auto kOpen = std::to_array<std::string_view>({",", ":", "、", "...", "(", "《"});
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"地点:", "时间:", "主持", "出席:", "联系人:", "电话:", "记录:", "姓名:", "单位:"});
  return length < kShortTitle || starting(flat, kLabels) != 0 ||
         std::count(flat.begin(), flat.end(), '|') > 1 ||
         std::count(flat.begin(), flat.end(), ',') > 2 || length > kLongTitle ||
         contains_any(flat, kRunning) || ending(flat, kOpen) != 0 || !balanced(flat) ||
         han_in(flat) < kShortTitle || is_page_title(flat) || flat.ends_with("网站") ||
         flat.ends_with("网") || is_organ(flat) || is_person(flat);
}

// Whether a block is the first that may be a title, with text below it.
bool heads_text(const TitleBlock& block, const Reading& reading) {
  const Zones& zones = reading.zones;
  if (zones.body >= reading.lines.size()) return false;
  if (!zones.salutation && !is_body(reading.lines[zones.body])) return false;
  for (const TitleBlock& other : zones.titles) {
    if (&other == &block) return true;
    const std::string flat = flatten(other.name, kFlatBytes);
    if (!is_odd(flat, text::length(flat))) return false;
  }
  return false;
}

double trust_in(const TitleBlock& block, const Reading& reading) {
  using namespace confidence;
  const std::string flat = flatten(block.name, kFlatBytes);
  if (is_odd(flat, text::length(flat))) return kTitleOdd;
  const Zones& zones = reading.zones;
  const auto next_is = [&](std::size_t line) { return line == block.last + 1; };
  // Directly above or below what only stands beside a title.
  bool placed = block.after_number || (zones.salutation && next_is(zones.salutation_first));
  placed = placed || std::any_of(zones.notes.begin(), zones.notes.end(), next_is);
  placed = placed || std::any_of(zones.numbers.begin(), zones.numbers.end(),
                                 [&](const HeadNumber& number) { return next_is(number.line); });
  const bool heads = heads_text(block, reading);
  const auto first = std::find_if(zones.titles.begin(), zones.titles.end(),
                                  [](const TitleBlock& other) { return other.complete; });
  if (block.complete)
    return placed ? kTitlePlaced
                  : (heads ? kTitleComplete : (&*first == &block ? kTitleFirst : kTitleBeside));
  if (heads) return placed || block.closed ? kTitleClosed : kTitleHeading;
  return placed ? kTitleBeside : kTitleLine;
}

}  // namespace

void find_titles(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  std::vector<std::string_view> seen;
  for (const TitleBlock& block : zones.titles) {
    // A line that a page repeats is no second witness.
    if (std::find(seen.begin(), seen.end(), block.name) != seen.end()) continue;
    seen.push_back(block.name);
    if (text::length(block.name) > kLongestTitle) continue;
    const double trust = trust_in(block, reading);
    // What is hardly a title is offered only when nothing stands above it.
    if (trust <= confidence::kTitleOdd && (out.has("title") || !has_words(block.name))) continue;
    out.add("title", block.name, reading.lines[block.first].place(), trust);
  }
  for (const Label& label : reading.labels) {
    if (label.field != "title") continue;
    const std::array parts{label.value};
    out.add("title", join_title(parts), reading.lines[label.line].place(), confidence::kTitleLabel);
  }
  if (!zones.titles.empty()) return;
  // 常务会议纪要 is masthead and title in one.
  for (const std::size_t i : zones.masthead) {
    const Line& line = reading.lines[i];
    if (!type_of_title(line.flat)) continue;
    out.add("title", line.flat, line.place(), confidence::kTitleMasthead);
  }
}

}  // namespace guidang::describe
