// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostActs = 60;
constexpr std::size_t kLongestAct = 600;  // bytes

// What a meeting does to a text. 公布 and 施行 are no acts of a meeting.
constexpr auto kActs = std::to_array<std::string_view>(
    {"通过", "批准", "修正", "修订", "修改", "审议通过", "讨论通过"});

// Words between a date and the meeting, or behind the act.
constexpr auto kBefore = std::to_array<std::string_view>({"由", "经", "，", ",", "、", "的", "　"});

// 某会议、某年某月某日某会议通过: the act is told once for both. Bytes up to the meeting's end.
std::size_t shared_act(std::string_view text) {
  constexpr auto kMeetings =
      std::to_array<std::string_view>({"会议、", "会议,", "会议，", "会议和"});
  const std::string_view trimmed = text::trim(text);
  if (ending(trimmed, kMeetings) == 0) return 0;
  constexpr std::string_view kMeeting = "会议";
  return text.rfind(kMeeting) + kMeeting.size();
}

// "…第三十次会议通过" out of what stands between two dates; "" when no meeting acts there.
std::string act_in(std::string_view text) {
  if (text.size() > kLongestAct) text = text::prefix(text, kLongestAct / 3);
  const std::size_t meeting = text.find("会议");
  const std::size_t congress = text.find("大会");
  const std::size_t session = std::min(meeting, congress);
  if (session == std::string_view::npos) return {};
  std::size_t end = 0;
  for (const std::string_view act : kActs) {
    const std::size_t at = text.find(act, session);
    if (at == std::string_view::npos) continue;
    // The last act of the part is its own: 《关于修改…的决定》第一次修正.
    std::size_t last = at;
    for (std::size_t next = at; next != std::string_view::npos; next = text.find(act, next + 1)) {
      last = next;
    }
    end = std::max(end, last + act.size());
  }
  if (end == 0) end = shared_act(text);
  if (end == 0) return {};
  text = text.substr(0, end);
  for (std::size_t length = starting(text, kBefore); length != 0;
       length = starting(text, kBefore)) {
    text.remove_prefix(length);
  }
  return text::remove_blanks(text);
}

// Every act of a meeting in a text of dates and acts.
void read_acts(std::string_view text, std::vector<std::string>& acts) {
  const text::Dates dates = text::find_dates(text);
  for (std::size_t i = 0; i < dates.found.size() && acts.size() < kMostActs; ++i) {
    const text::FoundDate& date = dates.found[i];
    const std::size_t start = date.offset + date.length;
    const std::size_t end = i + 1 < dates.found.size() ? dates.found[i + 1].offset : text.size();
    const std::string act = act_in(text.substr(start, end - start));
    if (!act.empty()) acts.push_back(to_iso(date.date) + " " + act);
  }
}

// The notes put together; a bracket and the dashes of a note are no part of it.
std::string note_text(const Reading& reading) {
  std::string text;
  for (const std::size_t i : reading.zones.notes) {
    const Line& line = reading.lines[i];
    if (!line.furniture && text.size() < kFlatBytes) text += line.flat;
  }
  return text;
}

// 《…》已经2019年5月6日市人民政府第8次常务会议通过，现予公布: how an order says it.
void find_in_order(const Reading& reading, Candidates& out) {
  constexpr std::size_t kFirstLines = 4;
  constexpr auto kAlready = std::to_array<std::string_view>({"》已", "》经", "》于"});
  const std::vector<Line>& lines = reading.lines;
  for (std::size_t i = reading.zones.body; i < lines.size() && i < reading.zones.body + kFirstLines;
       ++i) {
    const std::string_view flat = lines[i].flat;
    if (lines[i].furniture || !contains_any(flat, kAlready)) continue;
    const std::size_t start = flat.find("》");
    const std::size_t stop = flat.find("。", start);
    std::vector<std::string> acts;
    read_acts(flat.substr(start, stop == std::string_view::npos ? stop : stop - start), acts);
    if (acts.empty()) continue;
    out.list.push_back({"adoption", std::move(acts), lines[i].place(), 0.8, {}, false, {}});
    return;
  }
}

}  // namespace

void find_adoption(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  if (zones.notes.empty()) return find_in_order(reading, out);
  const std::string text = note_text(reading);
  Candidate adoption{"adoption", {}, reading.lines[zones.notes.front()].place(), 0.9, text,
                     false,      {}};
  read_acts(text, adoption.values);
  if (!adoption.values.empty()) out.list.push_back(std::move(adoption));
}

}  // namespace guidang::describe
