// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/calendar/date.h"
#include "pipeline/text/date.h"
#include "stages/describe/codes.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

std::string original_of(std::string_view text, const text::FoundDate& date) {
  return std::string{text.substr(date.offset, date.length)};
}

void offer(std::string_view text, const text::FoundDate& date, const std::string& place,
           double trust, Candidates& out) {
  out.add("date", to_iso(date.date), place, trust, original_of(text, date));
}

// What a 题注 says happened on a day. Taking effect makes no document.
enum class Act { none, passed, effect };

Act act_after(std::string_view between) {
  constexpr auto kEffect = std::to_array<std::string_view>({"施行", "实施", "生效", "执行"});
  constexpr auto kPassed = std::to_array<std::string_view>(
      {"通过", "批准", "公布", "发布", "颁布", "修订", "修正", "会议", "印发"});
  const bool effect = contains_any(between, kEffect);
  const bool passed = contains_any(between, kPassed) || contains(between, "修改");
  // 自公布之日起施行 and 《…实施办法》修正 have both.
  if (passed && !(effect && starting(between, Words{kEffect}) != 0)) return Act::passed;
  return effect ? Act::effect : Act::none;
}

struct Noted {
  text::FoundDate date{};
  std::string_view text{};
  std::string place{};
};

// The last act that made the text what it is: passing, approving, amending.
void from_notes(const Reading& reading, Candidates& out) {
  std::optional<Noted> last;
  for (const std::size_t i : reading.zones.notes) {
    const Line& line = reading.lines[i];
    const std::string_view flat = line.flat;
    const text::Dates dates = text::find_dates(flat);
    report_bad_dates(dates.bad, line.place(), out.findings);
    for (std::size_t d = 0; d < dates.found.size(); ++d) {
      const text::FoundDate& date = dates.found[d];
      const std::size_t from = date.offset + date.length;
      const std::size_t to = d + 1 < dates.found.size() ? dates.found[d + 1].offset : flat.size();
      // A day inside 《…》 belongs to the decision that is named.
      const std::string_view before = flat.substr(0, date.offset);
      const std::size_t open = before.rfind("《");
      const std::size_t close = before.rfind("》");
      const bool quoted =
          open != std::string_view::npos && (close == std::string_view::npos || close < open);
      const bool begins = before.ends_with("自") || before.ends_with("于");
      const Act act = act_after(flat.substr(from, to - from));
      if (quoted || act == Act::effect || (begins && act != Act::passed)) continue;
      if (act == Act::none && !flat.starts_with("—")) continue;
      if (!last || last->date.date <= date.date) last = Noted{date, flat, line.place()};
    }
  }
  if (last) offer(last->text, last->date, last->place, 0.85, out);
}

}  // namespace

void find_dates(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  const SignOff& sign_off = zones.sign_off;
  if (sign_off.date) {
    const Line& line = reading.lines[*sign_off.date];
    const bool is_signed =
        !sign_off.organs.empty() || !sign_off.persons.empty() || !sign_off.beside.empty();
    if (sign_off.found) {
      const std::string_view inner = unwrapped(line.text);
      offer(inner, *sign_off.found, line.place(),
            sign_off.embedded ? 0.5 : (is_signed ? 0.9 : 0.75), out);
    }
    if (sign_off.bad) report_bad_dates({&*sign_off.bad, 1}, line.place(), out.findings);
  }
  from_notes(reading, out);
  for (const Label& label : reading.labels) {
    if (label.field != "date") continue;
    if (const auto date = text::parse_date(label.value)) {
      out.add("date", to_iso(*date), reading.lines[label.line].place(), 0.9,
              std::string{label.value});
    }
  }
  // A bare date under the title is taken only when the end has none, and only as people write
  // dates: 2024-06-03 is what a page prints of itself.
  if (sign_off.date) return;
  for (const std::size_t i : zones.dates) {
    const Line& line = reading.lines[i];
    const auto date = date_line(line);
    if (!date || !date->date) continue;
    const bool written =
        date->date->form == text::DateForm::han || date->date->form == text::DateForm::arabic;
    if (written) offer(unwrapped(line.text), *date->date, line.place(), 0.65, out);
  }
}

}  // namespace guidang::describe
