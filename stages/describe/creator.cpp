// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "stages/describe/acts.h"
#include "stages/describe/confidence.h"
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
      {"关于", "转发", "批转", "印发", "发布", "公布", "颁布", "同意", "任免", "贯彻"});
  std::size_t end = std::string_view::npos;
  for (const std::string_view verb : kVerbs) end = std::min(end, title.find(verb));
  return end;
}

// 某某委员会(代章): lends its seal to the organ above it and issues nothing itself.
bool lends_seal(const Line& line) { return line.flat.ends_with("(代章)"); }

// 市财政局, 省政府, but not 市场监管总局: the name leaves out the place.
bool is_placeless(std::string_view organ) {
  constexpr auto kPlaces =
      std::to_array<std::string_view>({"市", "省", "县", "区", "州", "自治区"});
  constexpr auto kWords = std::to_array<std::string_view>(
      {"市场", "市容", "市政工程", "市政管理", "省际", "区域", "区划", "州际", "县域"});
  return starting(organ, kPlaces) != 0 && starting(organ, kWords) == 0;
}

// 办公室, 委员会, 市人民政府: a whole name has more before it.
bool is_bare(std::string_view organ) {
  if (is_placeless(organ)) return true;
  constexpr auto kBare = std::to_array<std::string_view>(
      {"办公室", "委员会", "工作委员会", "管理委员会", "领导小组", "领导小组办公室", "指挥部",
       "人民政府", "党组", "办公厅", "理事会", "联席会议办公室"});
  return std::find(kBare.begin(), kBare.end(), organ) != kBare.end();
}

void from_sign_off(const Reading& reading, Candidates& out) {
  const SignOff& sign_off = reading.zones.sign_off;
  std::vector<std::string> organs;
  std::string place;
  std::string begun;
  for (const std::size_t i : sign_off.organs) {
    const Line& line = reading.lines[i];
    if (lends_seal(line) && i != sign_off.organs.front()) continue;
    if (place.empty()) place = line.place();
    // A long name may fill two lines; the first alone is no organ.
    if (!is_organ(line.flat) && split_organs(line.text).size() < 2) {
      begun += line.flat;
      continue;
    }
    for (const std::string& organ : split_organs(begun.empty() ? line.text : begun + line.flat)) {
      organs.emplace_back(without_state(organ));
    }
    begun.clear();
  }
  if (!sign_off.beside.empty() && sign_off.date) {
    if (place.empty()) place = reading.lines[*sign_off.date].place();
    organs.emplace_back(plain(sign_off.beside));
  }
  if (organs.empty()) return;
  double trust = sign_off.date ? confidence::kSigned : confidence::kSignedUndated;
  if (sign_off.embedded) trust = confidence::kEmbedded;
  if (is_bare(organs.front())) trust = std::min(trust, confidence::kBareOrgan);
  out.add("creator", join_organs(organs), place, trust + signature_trust(reading));
}

// 国务院 of the code 国务院令, 税务总局 of 税务总局公告.
std::string_view organ_of_code(std::string_view code) {
  constexpr auto kSheets = std::to_array<std::string_view>({"令", "公告", "通告"});
  const std::size_t sheet = ending(code, kSheets);
  const std::string_view organ = code.substr(0, code.size() - sheet);
  return sheet != 0 && is_organ(organ) ? without_state(organ) : std::string_view{};
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
    // 主席令 is issued by an office, not by an organ.
    constexpr std::string_view kPresident = "中华人民共和国主席";
    if (!is_organ(flat) && flat != kPresident) continue;
    if (place.empty()) place = reading.lines[i].place();
    organs.emplace_back(plain(flat));
  }
  if (organs.empty()) return;
  // 财政部 / 海关总署 / 税务总局公告2020年第6号
  for (const HeadNumber& number : reading.zones.numbers) {
    const std::string last{organ_of_code(number.number.value.code)};
    const bool below = number.line == reading.zones.masthead.back() + 1;
    if (below && !last.empty() && std::find(organs.begin(), organs.end(), last) == organs.end()) {
      organs.push_back(last);
    }
  }
  out.add("creator", join_organs(organs), place,
          confidence::kMasthead + masthead_trust(reading), original);
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

// 某县人民政府常务会议纪要: the minutes of an organ are its own.
std::string meeting_organ(std::string_view flat) {
  constexpr auto kMeetings = std::to_array<std::string_view>(
      {"常务会议", "党组会议", "专题会议", "办公会议", "全体会议", "工作会议", "党委会议",
       "局务会议", "县长办公", "市长办公", "区长办公", "主任办公", "党组", "第"});
  if (!contains(flat, "纪要")) return {};
  std::size_t end = std::string_view::npos;
  for (const std::string_view meeting : kMeetings) end = std::min(end, flat.find(meeting));
  if (end == std::string_view::npos || !is_organ(flat.substr(0, end))) return {};
  return std::string{without_state(flat.substr(0, end))};
}

// 政府工作报告 ——…在某县第十八届人民代表大会第三次会议上: read by the government of the place.
std::string reporting_to(const Note& note) {
  constexpr std::string_view kCongress = "人民代表大会";
  constexpr std::string_view kAt = "在";
  for (const Act& act : read_acts(note.flat)) {
    if (act.kind != ActKind::delivered) continue;
    const std::string rest = note.flat.substr(act.date.offset + act.date.length);
    const std::string organ = organ_of_session(rest.substr(kAt.size()));
    if (!organ.ends_with(kCongress)) return {};
    const std::string place = organ.substr(0, organ.size() - kCongress.size());
    if (place == "全国" || place == "中华人民共和国全国") return "国务院";
    return place.empty() ? std::string{} : place + "人民政府";
  }
  return {};
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
    // 第十二届全国人民代表大会第三次会议关于…的决议: the congress decides, its session is a day.
    constexpr std::string_view kMeeting = "会议";
    const std::string_view lead = rest.substr(0, end);
    const bool session = lead.ends_with(kMeeting) && contains(lead, "第");
    const std::vector<std::string> organs =
        split_organs(session ? organ_of_session(flatten(lead)) : std::string{lead});
    const bool all = std::all_of(organs.begin(), organs.end(),
                                 [](const std::string& organ) { return is_organ(organ); });
    return all ? join_organs(organs) : std::string{};
  }
  const std::string government = reporting_government(flatten(rest.substr(0, kFlatBytes)));
  return government.empty() ? meeting_organ(flatten(rest.substr(0, kFlatBytes))) : government;
}

std::string organ_of_act(std::string_view flat) {
  for (const Act& act : read_acts(flat)) {
    if (act.kind == ActKind::passed && !act.organs.empty()) return join_organs(act.organs);
  }
  return {};
}

void find_creators(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  from_sign_off(reading, out);
  from_masthead(reading, out);
  for (const TitleBlock& block : zones.titles) {
    const std::string organ = organ_of_title(block.name);
    if (!organ.empty()) {
      const double trust = is_bare(organ) ? confidence::kBareOrgan : confidence::kTitleOrgan;
      out.add("creator", plain(organ), reading.lines[block.first].place(), trust);
    }
  }
  for (const Label& label : reading.labels) {
    if (label.field != "creator") continue;
    out.add("creator", plain(label.value), reading.lines[label.line].place(),
            confidence::kCreatorLabel);
  }
  for (const Note& note : notes_of(reading)) {
    std::string organ = organ_of_act(note.flat);
    const bool report =
        !zones.titles.empty() && contains(zones.titles.front().name, "政府工作报告");
    if (organ.empty() && report) organ = reporting_to(note);
    if (organ.empty()) continue;
    out.add("creator", plain(organ), note.place(reading, 0),
            confidence::kPassedBy);
    break;
  }
  for (const HeadNumber& number : zones.numbers) {
    const std::string organ{organ_of_code(number.number.value.code)};
    out.add("creator", plain(organ), reading.lines[number.line].place(),
            confidence::kOrderCode);
  }
}

}  // namespace guidang::describe
