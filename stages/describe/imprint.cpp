// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/imprint.h"

#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/address_list.h"
#include "stages/describe/codes.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr auto kColon = std::to_array<std::string_view>({":", "："});

std::string_view behind_colon(std::string_view text) {
  std::size_t at = std::string_view::npos;
  for (const std::string_view colon : kColon) {
    const std::size_t found = text.find(colon);
    if (found < at) at = found + colon.size();
  }
  return at >= text.size() ? std::string_view{} : text::trim(text.substr(at));
}

// Further lines of a list of organs: neither a new row nor a sentence.
bool goes_on(const Line& line) {
  constexpr std::size_t kLongest = 600;
  if (line.flat.size() > kLongest || print_line(line) || is_annex_heading(line.flat)) return false;
  if (imprint_label(line.flat).row != ImprintRow::none || is_imprint(line.flat)) return false;
  const std::vector<std::string> parts = split_addressees(line.text);
  return std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    return is_organ(part) || part.starts_with("各") || contains(part, "部门") ||
           contains(part, "单位") || contains(part, "委员") || contains(part, "机构");
  });
}

constexpr auto kDone = std::to_array<std::string_view>({"，", ",", "；", ";", "。", "、", "\n"});

std::string_view last_name(std::string_view names) {
  std::size_t start = 0;
  for (const std::string_view mark : kDone) {
    const std::size_t at = names.rfind(mark);
    if (at != std::string_view::npos) start = std::max(start, at + mark.size());
  }
  return names.substr(start);
}

std::string_view first_name(std::string_view names) {
  std::size_t end = names.size();
  for (const std::string_view mark : kDone) end = std::min(end, names.find(mark));
  return names.substr(0, end);
}

// A name that a line end cut goes on below (县政 / 协办公室); a whole one ends there.
void append_list(std::string& names, std::string_view text) {
  constexpr std::size_t kMereEnding = 3;  // characters: 办公室
  const std::string_view next = text::trim(first_name(text));
  const bool apart = ending(names, kDone) == 0 && is_organ(flatten(last_name(names))) &&
                     is_organ(flatten(next)) && text::length(next) > kMereEnding;
  if (apart) names += '\n';
  names += text;
}

class Imprint {
 public:
  Imprint(const Reading& reading, Candidates& out)
      : reading_(reading), zone_(imprint_zone(reading)), out_(out) {}

  void read() {
    for (std::size_t i = zone_.first; i < zone_.last; ++i) {
      const Line& line = reading_.lines[i];
      if (line.furniture) continue;
      copies_printed(line);
      if (const auto printed = print_line(line)) {
        take_print_line(*printed, i);
        continue;
      }
      take_row(imprint_label(line.flat).row, i);
    }
    offer_lists();
    report_bad_day();
  }

 private:
  void take_row(ImprintRow row, std::size_t i) {
    switch (row) {
      case ImprintRow::keywords:
        return keywords(i);
      case ImprintRow::recipients:
        return list(recipients_, i);
      case ImprintRow::shared:
        return list(reading_.zones.salutation ? copies_ : recipients_, i);
      case ImprintRow::copies:
      case ImprintRow::reports:
        return list(copies_, i);
      case ImprintRow::office:
        return office(behind_colon(reading_.lines[i].text), reading_.lines[i].place(), 0.9);
      case ImprintRow::day:
        return day(reading_.lines[i]);
      case ImprintRow::count:
      case ImprintRow::none:
        return;
    }
  }

  void list(Candidate& to, std::size_t i) {
    constexpr std::size_t kMostLines = 30;
    const std::vector<Line>& lines = reading_.lines;
    std::string names{behind_colon(lines[i].text)};
    for (std::size_t n = i + 1; n < zone_.last && n <= i + kMostLines; ++n) {
      if (lines[n].furniture) continue;
      if (!goes_on(lines[n])) break;
      append_list(names, lines[n].text);
    }
    const AddressList parts = read_addressees(names);
    if (parts.names.empty()) return;
    if (to.source.empty()) to.source = lines[i].place();
    to.values.insert(to.values.end(), parts.names.begin(), parts.names.end());
    // A row is a group of its own; what its commas part are only names.
    std::size_t count = 0;
    for (const std::size_t group : groups_of(names)) {
      to.groups.push_back(group);
      count += group;
    }
    if (count != parts.names.size()) to.groups = {to.values.size()};
    if (!to.original.empty()) to.original += ' ';
    to.original += text::trim(
        lines[i].text.substr(0, lines[i].text.size() - behind_colon(lines[i].text).size()));
    to.original += names;
  }

  // In the 版记 a group ends at 。 ； or a line end: 抄送：甲，乙。丙，丁。 are two.
  static std::vector<std::size_t> groups_of(std::string_view names) {
    std::vector<std::size_t> groups;
    std::size_t start = 0;
    const auto take = [&](std::size_t end) {
      const std::size_t count = read_addressees(names.substr(start, end - start)).names.size();
      if (count != 0) groups.push_back(count);
    };
    for (std::size_t pos = 0; pos < names.size();) {
      const std::size_t at = pos;
      const char32_t c = text::next(names, pos);
      if (c != U'。' && c != U';' && c != U'；' && c != U'\n') continue;
      take(at);
      start = pos;
    }
    take(names.size());
    return groups;
  }

  // 主题词：经济　管理　通知, over one or two lines.
  void keywords(std::size_t i) {
    const Line& line = reading_.lines[i];
    Candidate words{"keywords", {}, line.place(), 0.9, {}, false, {}};
    split_words(behind_colon(line.text), words.values);
    if (!words.values.empty()) out_.list.push_back(std::move(words));
  }

  static void split_words(std::string_view text, std::vector<std::string>& words) {
    constexpr std::size_t kMost = 30;
    std::size_t start = 0;
    const auto take = [&](std::size_t end) {
      const std::string_view word = text::trim(text.substr(start, end - start));
      if (!word.empty() && words.size() < kMost) words.emplace_back(word);
    };
    for (std::size_t pos = 0; pos < text.size();) {
      const std::size_t at = pos;
      const char32_t c = text::next(text, pos);
      const bool mark = c == U'、' || c == U';' || c == U'；' || c == U',' || c == U'，';
      if (!mark && !text::is_blank(c)) continue;
      take(at);
      start = pos;
    }
    take(text.size());
  }

  void take_print_line(const PrintLine& printed, std::size_t i) {
    const Line& line = reading_.lines[i];
    out_.add("issuing_date", to_iso(printed.date.date), line.place(), 0.9,
             std::string{line.text.substr(printed.date.offset, printed.date.length)});
    std::string_view name = printed.office;
    if (imprint_label(line.flat).row == ImprintRow::office) name = behind_colon(name);
    if (!name.empty()) return office(name, line.place(), 0.9);
    // The day alone: the office stands on the line above.
    for (std::size_t above = i; above > zone_.first;) {
      --above;
      const Line& before = reading_.lines[above];
      if (before.furniture) continue;
      if (is_organ(before.flat)) office(before.text, before.place(), 0.7);
      return;
    }
  }

  void office(std::string_view name, std::string place, double trust) {
    constexpr auto kOfficial = std::to_array<std::string_view>({"办", "室", "科", "处", "局"});
    const std::string flat = flatten(name);
    if (!is_organ(flat) && !contains_any(flat, kOfficial)) trust = 0.55;
    out_.add("issuing_office", flat, std::move(place), trust, std::string{name});
  }

  void day(const Line& line) {
    const std::string_view value = behind_colon(line.text);
    if (const auto date = text::parse_date(value)) {
      out_.add("issuing_date", to_iso(*date), line.place(), 0.9, std::string{value});
    }
  }

  void copies_printed(const Line& line) {
    if (std::string count = printed_copies(line.flat); !count.empty()) {
      out_.add("printed_copies", std::move(count), line.place(), 0.9);
    }
  }

  void offer_lists() {
    for (Candidate* found : {&recipients_, &copies_}) {
      if (found->values.empty()) continue;
      if (found->groups.size() < 2) found->groups.clear();
      out_.list.push_back(std::move(*found));
    }
  }

  // 2021年2月30日印发
  void report_bad_day() {
    for (std::size_t i = reading_.zones.body; i < reading_.lines.size(); ++i) {
      const Line& line = reading_.lines[i];
      constexpr std::size_t kLongest = 240;
      if (line.furniture || line.flat.size() > kLongest || !line.flat.ends_with("印发")) continue;
      report_bad_dates(text::find_dates(line.text).bad, line.place(), out_.findings);
    }
  }

  const Reading& reading_;
  ImprintZone zone_;
  Candidates& out_;
  Candidate recipients_{"recipients", {}, {}, 0.85, {}, false, {}};
  Candidate copies_{"cc", {}, {}, 0.9, {}, false, {}};
};

}  // namespace

void find_imprint(const Reading& reading, Candidates& out) { Imprint(reading, out).read(); }

}  // namespace guidang::describe
