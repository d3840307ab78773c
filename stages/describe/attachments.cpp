// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/annexes.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostAttachments = 200;
constexpr auto kColon = std::to_array<std::string_view>({":", "："});

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 2023 of 2023年上半年情况: four digits and no more.
bool starts_with_year(std::string_view text) {
  return text.size() > 4 && std::all_of(text.begin(), text.begin() + 4, is_digit) &&
         !is_digit(text[4]) && (text.starts_with("19") || text.starts_with("20"));
}

// Bytes of the "1." or "1．" or "（1）" that an entry of the list begins with; 0 when it has none.
std::size_t entry_number(std::string_view text) {
  constexpr auto kOpen = std::to_array<std::string_view>({"(", "（"});
  const std::size_t open = starting(text, kOpen);
  std::size_t digits = open;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == open || digits - open > 3) return 0;
  constexpr auto kPoints = std::to_array<std::string_view>({".", "．", "、", "。", "︒"});
  constexpr auto kClose = std::to_array<std::string_view>({")", "）"});
  const std::string_view rest = text.substr(digits);
  const std::size_t point = open == 0 ? starting(rest, kPoints) : starting(rest, kClose);
  // 1.5倍 is a number, 1.2023年上半年情况 an entry.
  const bool number = rest.starts_with('.') && rest.size() > 1 && is_digit(rest[1]) &&
                      !starts_with_year(rest.substr(1));
  return point == 0 || number ? 0 : digits + point;
}

std::string_view entry_digits(std::string_view text) {
  const std::size_t start = text.find_first_of("0123456789");
  if (start == std::string_view::npos) return {};
  const std::size_t end = text.find_first_not_of("0123456789", start);
  return text.substr(start, end == std::string_view::npos ? end : end - start);
}

// 登记表.docx: the name without what only its file has.
std::string_view without_file_ending(std::string_view text) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps", ".et", ".ofd", ".ceb", ".CEB", ".zip",
       ".rar", ".ppt", ".pptx", ".PDF", ".DOC"});
  text.remove_suffix(ending(text, kEndings));
  return text;
}

std::string entry_name(std::string_view text) {
  text = without_file_ending(text::trim(text));
  constexpr auto kEnd = std::to_array<std::string_view>({"；", ";", "。", "，"});
  text.remove_suffix(ending(text, kEnd));
  const std::array parts{text};
  return join_title(parts);
}

// 附件：1.甲 2.乙 or 1.甲；2.乙 on one line.
std::vector<std::string> entries_of(std::string_view text) {
  std::vector<std::string> entries;
  std::size_t start = entry_number(text);
  if (start == 0) return {entry_name(text)};
  int expected = 2;
  for (std::size_t pos = start; pos < text.size() && entries.size() < kMostAttachments;) {
    const std::size_t at = pos;
    const char32_t c = text::next(text, pos);
    if (!text::is_blank(c) && c != U'；' && c != U';' && c != U'，' && c != U'。') continue;
    const std::string_view rest = text::trim(text.substr(pos));
    const std::size_t number = entry_number(rest);
    if (number == 0 || entry_digits(rest.substr(0, number)) != std::to_string(expected)) continue;
    entries.push_back(entry_name(text.substr(start, at - start)));
    start = static_cast<std::size_t>(rest.data() - text.data()) + number;
    pos = start;
    ++expected;
  }
  entries.push_back(entry_name(text.substr(start)));
  return entries;
}

// 附件：见附表 and 附件：略 name nothing.
bool names_nothing(std::string_view flat) {
  constexpr auto kNothing = std::to_array<std::string_view>(
      {"略", "(略)", "无", "如文", "如上", "见附件", "另发", "附后"});
  return std::find(kNothing.begin(), kNothing.end(), flat) != kNothing.end();
}

std::string_view behind_colon(std::string_view text) {
  std::size_t at = std::string_view::npos;
  for (const std::string_view colon : kColon) {
    const std::size_t found = text.find(colon);
    if (found < at) at = found + colon.size();
  }
  return at >= text.size() ? std::string_view{} : text::trim(text.substr(at));
}

// Words in which the name of an annex ends: it needs no second line.
bool is_whole_name(std::string_view flat) {
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"表", "单", "图", "样式", "式样", "说明", "指南", "模板", "书", "证", "函", "册", "名录",
       "稿", "格式", "明细", "要求", "流程", "台账"});
  if (flat.ends_with(')')) flat = flat.substr(0, flat.rfind('('));
  constexpr std::string_view kClose = "》";
  if (flat.ends_with(kClose)) return true;
  return ending(flat, kEnds) != 0 || type_of_title(flat).has_value();
}

class List {
 public:
  List(const Reading& reading, std::size_t first) : reading_(reading), first_(first) {}

  [[nodiscard]] Candidate read() {
    const Line& line = reading_.lines[first_];
    Candidate list{"attachments", {}, line.place(), trust(), {}, false, {}};
    const std::string_view named = behind_colon(line.text);
    if (names_nothing(flatten(named))) return list;
    if (!named.empty()) list.values = entries_of(named);
    bool numbered = entry_number(named) != 0 || annex_label(line.flat).numbered;
    for (std::size_t i = first_ + 1; i < reading_.lines.size(); ++i) {
      const Line& next = reading_.lines[i];
      if (next.furniture) continue;
      if (list.values.size() > kMostAttachments || ends_list(i)) break;
      if (entry_number(next.text) != 0 && (numbered || list.values.empty())) {
        numbered = true;
        for (std::string& entry : entries_of(next.text)) list.values.push_back(std::move(entry));
        continue;
      }
      // 附件1：甲 / 附件2：乙, each on its line.
      if (const AnnexLabel label = annex_label(next.flat); label.numbered && label.titled) {
        list.values.push_back(entry_name(behind_colon(next.text)));
        continue;
      }
      if (list.values.empty() || !continues(i, list.values.back())) break;
      list.values.back() += entry_name(next.text);
    }
    std::erase(list.values, std::string{});
    return list;
  }

 private:
  // Behind the signature the list is one of a page's downloads, or of what is bound there.
  [[nodiscard]] double trust() const { return first_ < reading_.zones.main_end ? 0.9 : 0.7; }

  [[nodiscard]] bool ends_list(std::size_t i) const {
    const Line& line = reading_.lines[i];
    return is_organ(line.flat) || date_line(line) || is_imprint(line.flat) ||
           is_annex_heading(line.flat) || line.flat.front() == '(';
  }

  // A name that needs a second line: its brackets are open, the numbering goes on below, or it ends
  // in no word of a name and the signature follows.
  [[nodiscard]] bool continues(std::size_t i, const std::string& entry) const {
    constexpr std::size_t kLongest = 120;
    const Line& line = reading_.lines[i];
    const std::string flat = flatten(entry);
    if (!balanced(flat)) return true;
    if (line.flat.size() >= kLongest || contains(line.flat, "。") || is_whole_name(flat)) {
      return false;
    }
    if (i + 1 >= reading_.lines.size()) return false;
    const Line& below = reading_.lines[i + 1];
    return entry_number(below.text) != 0 || is_organ(below.flat) || date_line(below).has_value();
  }

  const Reading& reading_;
  std::size_t first_;
};

// The list stands below the text and above the signature. Behind it only what follows at once, or
// stands above the 版记, can be the document's own.
bool is_own(const Reading& reading, std::size_t list) {
  constexpr std::size_t kNear = 6;
  const Zones& zones = reading.zones;
  if (list < zones.main_end) return true;
  std::size_t lines = 0;
  for (std::size_t i = zones.main_end; i < list; ++i) {
    if (!reading.lines[i].furniture) ++lines;
  }
  if (lines < kNear) return true;
  for (std::size_t i = list + 1, seen = 0; i < reading.lines.size() && seen < kNear; ++i) {
    if (reading.lines[i].furniture) continue;
    ++seen;
    if (is_imprint(reading.lines[i].flat)) return true;
  }
  return false;
}

// A page offers the document itself for download: that is no annex of it.
void erase_itself(const Reading& reading, std::vector<std::string>& names) {
  std::erase_if(names, [&](const std::string& name) {
    const std::string flat = flatten(name, kFlatBytes);
    for (const TitleBlock& block : reading.zones.titles) {
      if (block.complete && contains(flat, flatten(block.text, kFlatBytes))) return true;
    }
    const std::string key = letters_of(flat);
    for (const HeadNumber& own : reading.zones.numbers) {
      if (contains(key, letters_of(own.number.value.to_text()))) return true;
    }
    return false;
  });
}

}  // namespace

void find_attachments(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  Candidate list{"attachments", {}, {}, 0.0, {}, false, {}};
  if (zones.list && is_own(reading, *zones.list)) list = List(reading, *zones.list).read();
  erase_itself(reading, list.values);
  const std::vector<Annex> annexes = read_annexes(reading);
  report_annexes(list.values, list.source, annexes, out.findings);
  if (!list.values.empty()) out.list.push_back(std::move(list));
  if (annexes.empty()) return;
  Candidate bound{"annexes", {}, annexes.front().place, 0.9, {}, false, {}};
  for (const Annex& annex : annexes) {
    bound.values.push_back(annex.title.empty() ? annex.heading : annex.title);
  }
  out.list.push_back(std::move(bound));
}

}  // namespace guidang::describe
