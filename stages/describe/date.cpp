// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/calendar/date.h"
#include "pipeline/text/date.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/acts.h"
#include "stages/describe/codes.h"
#include "stages/describe/confidence.h"
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

// The last act that made the text what it is: passing, approving, amending, reading to a meeting.
void from_notes(const Reading& reading, Candidates& out) {
  std::optional<text::FoundDate> last;
  const Note* of = nullptr;
  const std::vector<Note> notes = notes_of(reading);
  for (const Note& note : notes) {
    report_bad_dates(text::find_dates(note.flat).bad, note.place(reading, 0), out.findings);
    for (const Act& act : read_acts(note.flat)) {
      const bool bare = act.kind == ActKind::none && note.flat.starts_with("—");
      if (act.kind == ActKind::effect || (act.kind == ActKind::none && !bare)) continue;
      if (last && act.date.date < last->date) continue;
      last = act.date;
      of = &note;
    }
  }
  if (last) {
    offer(of->flat, *last, of->place(reading, last->offset), confidence::kDateNote, out);
  }
}

// 纪要 and 简报 carry the day in their head and have no signature.
bool is_periodical(const Reading& reading) {
  constexpr auto kKinds = std::to_array<std::string_view>({"纪要", "简报", "专报", "简讯"});
  const auto is_one = [&](std::string_view flat) { return contains_any(flat, kKinds); };
  return std::any_of(reading.zones.titles.begin(), reading.zones.titles.end(),
                     [&](const TitleBlock& block) { return is_one(block.name); }) ||
         std::any_of(reading.zones.masthead.begin(), reading.zones.masthead.end(),
                     [&](std::size_t i) { return is_one(reading.lines[i].flat); });
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
            sign_off.embedded ? confidence::kEmbedded
                              : (is_signed ? confidence::kDateSigned : confidence::kDateUnsigned),
            out);
    }
    if (sign_off.bad) report_bad_dates({&*sign_off.bad, 1}, line.place(), out.findings);
  }
  from_notes(reading, out);
  for (const Label& label : reading.labels) {
    if (label.field != "date") continue;
    if (const auto date = text::parse_date(label.value)) {
      out.add("date", to_iso(*date), reading.lines[label.line].place(), confidence::kDateLabel,
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
    // （2018年1月3日） under a title is its 题注; 某某办公室　2022年5月6日 heads minutes and
    // bulletins.
    const bool bracketed = unwrapped(line.text).size() < text::trim(line.text).size();
    const bool headed = !date->before.empty();
    if (!written || (headed && !is_periodical(reading))) continue;
    offer(unwrapped(line.text), *date->date, line.place(),
          bracketed || headed ? confidence::kDateBracketed : confidence::kDateHead, out);
  }
}

}  // namespace guidang::describe
