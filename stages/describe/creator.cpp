// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// As it stands, without 中华人民共和国; what its standard name is hangs on the date.
std::string plain(std::string_view text) {
  std::vector<std::string> organs = split_organs(text);
  for (std::string& organ : organs) organ = std::string{without_state(organ)};
  return join_organs(organs);
}

// The place of the first word that parts the organ of a title from what it is about.
std::size_t end_of_organ(std::string_view title) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"关于", "转发", "批转", "印发", "发布", "公布", "颁布", "同意", "任免"});
  std::size_t end = std::string_view::npos;
  for (const std::string_view verb : kVerbs) end = std::min(end, title.find(verb));
  return end;
}

// 上海市第十五届人民代表大会常务委员会第三十一次 → 上海市人民代表大会常务委员会
std::string without_session(std::string_view flat) {
  std::string organ{flat};
  const std::size_t term = organ.find("第");
  const std::size_t end = organ.find("届");
  if (term != std::string::npos && end != std::string::npos && term < end) {
    organ.erase(term, end + std::string_view{"届"}.size() - term);
  }
  const std::size_t session = organ.find("第");
  if (session != std::string::npos) organ.erase(session);
  return organ;
}

std::string_view after_date(std::string_view flat) {
  const std::size_t day = flat.find("日");
  return day == std::string_view::npos ? std::string_view{}
                                       : flat.substr(day + std::string_view{"日"}.size());
}

void from_sign_off(const Reading& reading, Candidates& out) {
  const SignOff& sign_off = reading.zones.sign_off;
  std::vector<std::string> organs;
  std::string place;
  for (const std::size_t i : sign_off.organs) {
    if (place.empty()) place = reading.lines[i].place();
    for (const std::string& organ : split_organs(reading.lines[i].text)) {
      organs.emplace_back(without_state(organ));
    }
  }
  if (!sign_off.beside.empty() && sign_off.date) {
    if (place.empty()) place = reading.lines[*sign_off.date].place();
    organs.emplace_back(plain(sign_off.beside));
  }
  if (organs.empty()) return;
  constexpr double kSigned = 0.85;
  constexpr double kUndated = 0.65;
  constexpr double kEmbedded = 0.5;
  const double trust = sign_off.embedded ? kEmbedded : (sign_off.date ? kSigned : kUndated);
  out.add("creator", join_organs(organs), place, trust);
}

void from_masthead(const Reading& reading, Candidates& out) {
  constexpr auto kSheets = std::to_array<std::string_view>({"文件", "命令", "令"});
  std::vector<std::string> organs;
  std::string place;
  std::string original;
  for (const std::size_t i : reading.zones.masthead) {
    std::string_view flat = reading.lines[i].flat;
    if (original.empty()) original = flat;
    flat.remove_suffix(ending(flat, kSheets));
    if (!is_organ(flat)) continue;
    if (place.empty()) place = reading.lines[i].place();
    organs.emplace_back(plain(flat));
  }
  if (!organs.empty()) out.add("creator", join_organs(organs), place, 0.85, original);
}

// 广西壮族自治区2026年政府工作报告 is its government's.
std::string reporting_government(std::string_view flat) {
  constexpr std::string_view kReport = "政府工作报告";
  const std::size_t at = flat.find(kReport);
  if (at == std::string_view::npos || at == 0) return {};
  std::string region;
  for (const char c : flat.substr(0, at)) {
    if (c < '0' || c > '9') region += c;
  }
  const std::size_t year = region.find("年");
  if (year != std::string::npos) region.erase(year, std::string_view{"年"}.size());
  if (is_organ(region)) return std::string{without_state(region)};
  constexpr auto kRegions = std::to_array<std::string_view>({"省", "市", "县", "区", "州", "旗"});
  return ending(region, kRegions) != 0 ? region + "人民政府" : std::string{};
}

}  // namespace

std::string organ_of_title(std::string_view title) {
  std::string flat = flatten(title.substr(0, kFlatBytes));
  constexpr auto kQuote = std::to_array<std::string_view>({"《", "【"});
  std::string_view rest = title;
  if (flat.starts_with("【")) {
    // The page's own tag for the place.
    const std::size_t close = title.find("】");
    if (close != std::string_view::npos) rest = title.substr(close + std::string_view{"】"}.size());
  }
  while (starting(rest, kQuote) != 0) rest.remove_prefix(starting(rest, kQuote));
  const std::size_t end = end_of_organ(rest);
  if (end != std::string_view::npos && end > 0) {
    const std::vector<std::string> organs = split_organs(rest.substr(0, end));
    const bool all = std::all_of(organs.begin(), organs.end(),
                                 [](const std::string& organ) { return is_organ(organ); });
    return all ? join_organs(organs) : std::string{};
  }
  return reporting_government(flatten(rest.substr(0, kFlatBytes)));
}

std::string organ_of_act(std::string_view flat) {
  constexpr auto kActs = std::to_array<std::string_view>(
      {"会议", "通过", "批准", "公布", "发布", "令第", "颁布", "第"});
  std::string_view rest = after_date(flat);
  std::size_t end = std::string_view::npos;
  for (const std::string_view act : kActs) {
    if (act != "第") end = std::min(end, rest.find(act));
  }
  if (end == std::string_view::npos || end == 0) return {};
  std::string organ = without_session(rest.substr(0, end));
  constexpr std::string_view kJudges = "审判委员会";
  constexpr std::string_view kProsecutors = "检察委员会";
  for (const std::string_view body : {kJudges, kProsecutors}) {
    if (organ.ends_with(body) && organ.size() > body.size())
      organ.erase(organ.size() - body.size());
  }
  constexpr std::string_view kOrder = "令";
  if (organ.ends_with(kOrder)) organ.erase(organ.size() - kOrder.size());
  return is_organ(organ) ? std::string{without_state(organ)} : std::string{};
}

void find_creators(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  from_sign_off(reading, out);
  from_masthead(reading, out);
  for (const TitleBlock& block : zones.titles) {
    const std::string organ = organ_of_title(block.text);
    if (!organ.empty()) {
      out.add("creator", plain(organ), reading.lines[block.first].place(), 0.8);
    }
  }
  for (const Label& label : reading.labels) {
    if (label.field != "creator") continue;
    out.add("creator", plain(label.value), reading.lines[label.line].place(), 0.9);
  }
  for (const std::size_t i : zones.notes) {
    const std::string organ = organ_of_act(reading.lines[i].flat);
    if (organ.empty()) continue;
    out.add("creator", organ, reading.lines[i].place(), 0.7);
    break;
  }
  for (const HeadNumber& number : zones.numbers) {
    constexpr std::string_view kOrder = "令";
    std::string_view code = number.number.value.code;
    if (!code.ends_with(kOrder)) continue;
    code.remove_suffix(kOrder.size());
    if (is_organ(code)) {
      out.add("creator", std::string{without_state(code)}, reading.lines[number.line].place(),
              0.75);
    }
  }
}

}  // namespace guidang::describe
