// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostAttachments = 200;

// Bytes of the "1." or "1．" that an entry of the list begins with; 0 when it has none.
std::size_t entry_number(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > 3) return 0;
  constexpr auto kPoints = std::to_array<std::string_view>({".", "．", "、", "。", "︒"});
  const std::size_t point = starting(text.substr(digits), kPoints);
  return point == 0 ? 0 : digits + point;
}

std::string entry_name(std::string_view text) {
  text = text::trim(text);
  constexpr auto kEnd = std::to_array<std::string_view>({"；", ";", "。", "，"});
  text.remove_suffix(ending(text, kEnd));
  const std::array parts{text};
  return join_title(parts);
}

// 附件：1.甲 2.乙 on one line.
std::vector<std::string> entries_of(std::string_view text) {
  std::vector<std::string> entries;
  std::size_t start = entry_number(text);
  if (start == 0) return {entry_name(text)};
  int expected = 2;
  for (std::size_t pos = start; pos < text.size();) {
    const std::size_t at = pos;
    if (!text::is_blank(text::next(text, pos))) continue;
    const std::string_view rest = text::trim(text.substr(at));
    const std::size_t number = entry_number(rest);
    if (number == 0 || !rest.starts_with(std::to_string(expected))) continue;
    entries.push_back(entry_name(text.substr(start, at - start)));
    start = text.size() - rest.size() + number;
    pos = start;
    ++expected;
  }
  entries.push_back(entry_name(text.substr(start)));
  return entries;
}

}  // namespace

void find_attachments(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  if (!zones.list) return;
  const Line& line = reading.lines[*zones.list];
  constexpr auto kColon = std::to_array<std::string_view>({":", "："});
  std::size_t at = std::string_view::npos;
  for (const std::string_view colon : kColon) {
    const std::size_t found = line.text.find(colon);
    if (found < at) at = found + colon.size();
  }
  if (at >= line.text.size()) return;
  Candidate list{
      "attachments", entries_of(text::trim(line.text.substr(at))), line.place(), 0.9, {}};
  const bool numbered = entry_number(text::trim(line.text.substr(at))) != 0;
  for (std::size_t i = *zones.list + 1; i < reading.lines.size() && numbered; ++i) {
    const Line& next = reading.lines[i];
    if (next.furniture) continue;
    if (list.values.size() > kMostAttachments) break;
    const std::size_t number = entry_number(next.text);
    if (number != 0) {
      for (std::string& entry : entries_of(next.text)) list.values.push_back(std::move(entry));
      continue;
    }
    // A name that needs a second line: its brackets are open, or the numbering goes on below.
    const bool open = !balanced(flatten(list.values.back()));
    const bool between = i + 1 < reading.lines.size() && !is_organ(next.flat) &&
                         next.flat.size() < 120 && !date_line(next) &&
                         entry_number(reading.lines[i + 1].text) != 0;
    if (!open && !between) break;
    list.values.back() += entry_name(next.text);
  }
  std::erase(list.values, std::string{});
  if (!list.values.empty()) out.list.push_back(std::move(list));
}

}  // namespace guidang::describe
