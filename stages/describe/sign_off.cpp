// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/sign_off.h"

#include <algorithm>
#include <array>

#include "stages/describe/annexes.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"
#include "stages/describe/title_block.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostOrgans = 20;

// Lines of organs may hold several names side by side.
bool is_organ_line(const Line& line) {
  if (is_organ(line.flat)) return true;
  const std::vector<std::string> organs = split_organs(line.text);
  return organs.size() > 1;
}

// 共青团某某市委 / 工作委员会: the end of a name that a line end cut.
bool ends_name(const Line& line, const Line& above) {
  constexpr std::size_t kLongest = 90;
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"委员会", "工作委员会", "管理委员会", "领导小组", "领导小组办公室", "指挥部", "办公室",
       "人民政府", "指挥部办公室", "联席会议办公室"});
  const bool bare = std::find(kEnds.begin(), kEnds.end(), line.flat) != kEnds.end();
  constexpr auto kMarks = std::to_array<std::string_view>({"。", "，", ",", ":", ";", "!", ")"});
  return bare && above.flat.size() < kLongest && above.flat.size() > 9 &&
         !contains_any(above.flat, kMarks) && enumerator(above.flat) == 0 &&
         !above.flat.starts_with("特此") && !above.furniture;
}

// 附件： and below it 1. …, 2. …, then the signature: the word heads the list, not an annex.
bool heads_list(std::span<const Line> lines, std::size_t i) {
  constexpr std::size_t kMostEntries = 60;
  if (lines[i].flat != "附件:" && lines[i].flat != "附:") return false;
  bool entries = false;
  for (std::size_t n = i + 1; n < lines.size() && n <= i + kMostEntries; ++n) {
    if (lines[n].furniture) continue;
    const std::string_view flat = lines[n].flat;
    if (entries && (is_organ_line(lines[n]) || date_line(lines[n]))) return true;
    constexpr std::size_t kLongest = 180;
    if (flat.size() > kLongest || contains(flat, "。")) return false;
    if (enumerator(flat) == 0 && !entries) return false;
    entries = true;
  }
  return false;
}

// 附件1：某表, each on its line, above a signature or another of its kind. An annex goes on with
// its text.
bool lists_numbered(std::span<const Line> lines, std::size_t i) {
  const AnnexLabel label = annex_label(lines[i].flat);
  if (!label.numbered || !label.titled) return false;
  for (std::size_t n = i + 1; n < lines.size(); ++n) {
    if (lines[n].furniture) continue;
    const AnnexLabel next = annex_label(lines[n].flat);
    return (next.numbered && next.titled) || is_organ_line(lines[n]) || date_line(lines[n]) ||
           is_imprint(lines[n].flat);
  }
  return true;
}

bool opens_list(std::string_view flat) {
  return (flat.starts_with("附件:") && flat.size() > std::string_view{"附件:"}.size()) ||
         (flat.starts_with("附:") && flat.size() > std::string_view{"附:"}.size());
}

SignOff above(std::span<const Line> lines, std::size_t date, std::size_t from) {
  SignOff sign_off;
  sign_off.date = date;
  for (std::size_t i = date; i > from && sign_off.organs.size() < kMostOrgans;) {
    --i;
    if (lines[i].furniture) continue;
    if (is_person(lines[i].flat)) {
      sign_off.persons.insert(sign_off.persons.begin(), i);
    } else if (is_organ_line(lines[i])) {
      sign_off.organs.insert(sign_off.organs.begin(), i);
      if (i > from && !is_organ_line(lines[i - 1]) && ends_name(lines[i], lines[i - 1])) {
        sign_off.organs.insert(sign_off.organs.begin(), --i);
      }
    } else if (lines[i].flat != "(印章)" && lines[i].flat != "(此页无正文)") {
      break;
    }
  }
  return sign_off;
}

const Line* neighbour(std::span<const Line> lines, std::size_t i, int step) {
  for (auto n = static_cast<std::ptrdiff_t>(i) + step;
       n >= 0 && n < static_cast<std::ptrdiff_t>(lines.size()); n += step) {
    const Line& line = lines[static_cast<std::size_t>(n)];
    if (!line.furniture) return &line;
  }
  return nullptr;
}

// A day alone below the last sentence, where the seal stands for the name of the organ: the text
// ends there, and what follows is an annex, a note or another document.
bool ends_text(std::span<const Line> lines, std::size_t i, std::size_t body,
               const text::FoundDate& date) {
  if (date.form != text::DateForm::han && date.form != text::DateForm::arabic) return false;
  if (lines[i].flat.starts_with('(') || i <= body) return false;
  const Line* before = neighbour(lines, i, -1);
  const Line* after = neighbour(lines, i, 1);
  if (before == nullptr || !before->flat.ends_with("。")) return false;
  if (after == nullptr || after->flat.starts_with('(') || is_annex_heading(after->flat) ||
      is_imprint(after->flat) || is_complete_title(after->flat)) {
    return true;
  }
  // 现将《若干措施》印发给你们。 The text that is sent comes next, whatever it is called.
  return contains(before->flat, "《" + after->flat + "》");
}

// 9月20日: a day that says too little to be a date, in the place of one.
bool is_short_day(std::string_view flat) {
  constexpr std::size_t kLongest = 24;
  return flat.size() <= kLongest && contains(flat, "月") && flat.ends_with("日");
}

// The first date with a signature above it: later ones belong to annexes and forwarded texts.
bool find_signature(std::span<const Line> lines, Zones& zones, std::size_t end) {
  for (std::size_t i = zones.body; i < end; ++i) {
    if (lines[i].furniture) continue;
    const auto date = date_line(lines[i]);
    if (!date) continue;
    SignOff sign_off = above(lines, i, zones.body);
    sign_off.found = date->date;
    sign_off.bad = date->bad;
    sign_off.beside = date->before;
    const bool bare =
        sign_off.organs.empty() && sign_off.persons.empty() && sign_off.beside.empty();
    if (bare && !(date->date && ends_text(lines, i, zones.body, *date->date))) continue;
    zones.sign_off = std::move(sign_off);
    return true;
  }
  return false;
}

// A date without a signature is taken only at the very end; so is a signature without a date.
void find_remains(std::span<const Line> lines, Zones& zones, std::size_t end) {
  constexpr std::size_t kLastLines = 4;
  std::size_t seen = 0;
  for (std::size_t i = end; i > zones.body && seen < kLastLines;) {
    --i;
    if (lines[i].furniture) continue;
    ++seen;
    if (const auto date = date_line(lines[i])) {
      zones.sign_off.date = i;
      zones.sign_off.found = date->date;
      zones.sign_off.bad = date->bad;
      return;
    }
    if (is_organ_line(lines[i])) {
      zones.sign_off.organs.insert(zones.sign_off.organs.begin(), i);
    } else if (!lines[i].flat.starts_with("(") && !is_short_day(lines[i].flat)) {
      return;
    }
  }
}

// 第二篇, 篇一: what a collection heads its parts with.
bool heads_part(std::string_view flat) {
  constexpr std::size_t kLongest = 60;
  if (flat.size() > kLongest) return false;
  if (flat.starts_with("篇") && enumerator(flat) == 0) {
    constexpr auto kNumbers = std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六"});
    return starting(flat.substr(std::string_view{"篇"}.size()), kNumbers) != 0;
  }
  constexpr std::string_view kPart = "篇";
  const std::size_t at = flat.find(kPart);
  return flat.starts_with("第") && at != std::string_view::npos && at <= 12;
}

// Several documents in one text: 制度汇编, …工作制度（5篇）, or one set of articles after another.
bool is_collection(std::span<const Line> lines, const Zones& zones) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"汇编", "选编", "合编", "合集", "文件集", "篇)", "篇）"});
  for (const TitleBlock& block : zones.titles) {
    if (contains_any(block.text, kNames) && &block == &zones.titles.front()) return true;
  }
  std::size_t parts = 0;
  std::size_t starts = 0;
  for (std::size_t i = 0; i < *zones.sign_off.date; ++i) {
    if (heads_part(lines[i].flat)) ++parts;
    if (lines[i].flat.starts_with("第一条")) ++starts;
  }
  return parts > 1 || starts > 1;
}

bool is_embedded(std::span<const Line> lines, const Zones& zones) {
  constexpr std::size_t kFew = 40;
  if (zones.salutation || !zones.numbers.empty() || !zones.masthead.empty() || zones.annex) {
    return false;
  }
  if (is_collection(lines, zones)) return true;
  const std::size_t before = *zones.sign_off.date;
  return before > kFew && lines.size() - before > kFew;
}

}  // namespace

void find_tail(std::span<const Line> lines, Zones& zones) {
  std::size_t end = lines.size();
  for (std::size_t i = zones.body; i < lines.size(); ++i) {
    const std::string_view flat = lines[i].flat;
    if (lines[i].furniture) continue;
    if (is_imprint(flat)) {
      if (!zones.imprint) zones.imprint = i;
      continue;
    }
    if (!zones.list && !zones.annex &&
        (opens_list(flat) || heads_list(lines, i) || lists_numbered(lines, i))) {
      zones.list = i;
      continue;
    }
    if (!zones.annex && is_annex_heading(flat)) {
      // A bare 附件： may head the list as well: then numbered names follow and the signature.
      zones.annex = i;
    }
  }
  if (zones.annex) end = std::min(end, *zones.annex);
  if (zones.imprint) end = std::min(end, *zones.imprint);
  zones.main_end = end;
  if (find_signature(lines, zones, end)) {
    zones.main_end = *zones.sign_off.date + 1;
  } else if (zones.annex && find_signature(lines, zones, zones.imprint.value_or(lines.size()))) {
    // Some pages print the annex before the signature.
    zones.main_end = *zones.sign_off.date + 1;
  } else {
    find_remains(lines, zones, end);
  }
  if (zones.sign_off.date) zones.sign_off.embedded = is_embedded(lines, zones);
}

}  // namespace guidang::describe
