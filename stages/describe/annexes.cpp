// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/annexes.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/scan.h"
#include "stages/describe/title_block.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostAnnexes = 200;
constexpr std::size_t kMostTitleLines = 4;

// Lines below a heading that may be the title: the heading's own rest first.
std::string title_below(const Reading& reading, std::size_t heading) {
  constexpr std::size_t kLongest = 180;
  std::vector<std::size_t> run;
  for (std::size_t i = heading + 1; i < reading.lines.size() && run.size() < kMostTitleLines; ++i) {
    const Line& line = reading.lines[i];
    if (line.furniture) continue;
    if (line.flat.size() > kLongest || is_body(line) || is_annex_heading(line.flat) ||
        is_imprint(line.flat) || line.flat.ends_with(':')) {
      break;
    }
    run.push_back(i);
  }
  if (run.empty()) return {};
  Zones zones;
  collect_titles(reading.lines, run, zones);
  return zones.titles.empty() ? std::string{} : zones.titles.front().text;
}

bool near_signature(const Reading& reading, std::size_t annex) {
  constexpr std::size_t kNear = 4;
  std::size_t between = 0;
  for (std::size_t i = *reading.zones.sign_off.date + 1; i < annex && between < kNear; ++i) {
    if (!reading.lines[i].furniture) ++between;
  }
  return between < kNear;
}

// Names of files and of pages say a little more or less than the title does.
bool same_annex(const std::string& a, const std::string& b) {
  return contains(a, b) || contains(b, a);
}

std::string joined(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 12;
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kShown; ++i) {
    text += (text.empty() ? "" : "；") + names[i];
  }
  return names.size() > kShown ? text + "…" : text;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string out;
  const std::string flat = flatten(text, kFlatBytes);
  for (std::size_t pos = 0; pos < flat.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(flat, pos);
    if (text::is_han(c) || (c < 0x80 && (std::isalnum(static_cast<int>(c)) != 0))) {
      out.append(flat, at, pos - at);
    }
  }
  return out;
}

AnnexLabel annex_label(std::string_view flat) {
  constexpr auto kWords = std::to_array<std::string_view>({"附件", "附"});
  constexpr auto kHan = std::to_array<std::string_view>(
      {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"});
  AnnexLabel label;
  const std::size_t word = starting(flat, kWords);
  if (word == 0) return label;
  std::size_t at = word;
  while (at < flat.size() && at - word < 3 && flat[at] >= '0' && flat[at] <= '9') ++at;
  if (at == word) at += starting(flat.substr(word), kHan);
  if (at >= flat.size() || flat[at] != ':') return label;
  label.length = at + 1;
  label.numbered = at != word;
  label.titled = label.length < flat.size();
  return label;
}

std::vector<Annex> read_annexes(const Reading& reading) {
  std::vector<Annex> annexes;
  const Zones& zones = reading.zones;
  const std::size_t from = std::max(zones.body, std::min(zones.main_end, reading.lines.size()));
  for (std::size_t i = from; i < reading.lines.size() && annexes.size() < kMostAnnexes; ++i) {
    const Line& line = reading.lines[i];
    if (line.furniture) continue;
    const AnnexLabel label = annex_label(line.flat);
    // 附件2：某某表 heads an annex where the list stood before the signature.
    const bool titled = label.numbered && label.titled && zones.list && i != *zones.list &&
                        *zones.list < zones.main_end;
    if (!titled && !is_annex_heading(line.flat)) continue;
    Annex annex{line.flat, {}, line.place(), false};
    annex.follows_signature = zones.sign_off.date && near_signature(reading, i);
    if (titled) {
      annex.title = line.flat.substr(label.length);
      annex.heading = line.flat.substr(0, label.length);
    } else {
      annex.title = title_below(reading, i);
    }
    if (annex.heading.ends_with(':')) annex.heading.pop_back();
    annexes.push_back(std::move(annex));
  }
  return annexes;
}

void report_annexes(const std::vector<std::string>& listed, const std::string& place,
                    const std::vector<Annex>& annexes, std::vector<Finding>& findings) {
  if (annexes.empty()) return;
  std::vector<std::string> bound;
  std::vector<std::string> keys;
  for (const Annex& annex : annexes) {
    bound.push_back(annex.title.empty() ? annex.heading : annex.heading + " " + annex.title);
    keys.push_back(letters_of(annex.title));
  }
  Finding finding;
  finding.code = kAnnexesDisagree;
  finding.place = annexes.front().place;
  finding.found = annexes.front().place + ": " + joined(bound);
  if (listed.empty()) {
    // Many a sheet has a heading and no list; annexes deeper down are those of what is issued.
    if (annexes.size() < 2 || !annexes.front().follows_signature) return;
    finding.severity = Severity::note;
    finding.expected = "附件说明 / a list of them";
    findings.push_back(std::move(finding));
    return;
  }
  bool differ = listed.size() != annexes.size();
  for (std::size_t i = 0; i < listed.size() && i < keys.size(); ++i) {
    // Without a title the order alone is left to compare.
    if (!keys[i].empty() && !same_annex(letters_of(listed[i]), keys[i])) differ = true;
  }
  if (!differ) return;
  finding.severity = Severity::warning;
  finding.expected = place + ": " + joined(listed);
  findings.push_back(std::move(finding));
}

}  // namespace guidang::describe
