// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "stages/describe/acts.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {

Reading read_document(std::span<const std::string> pages, std::span<const PageLayout> layout,
                      const Settings& settings) {
  constexpr std::size_t kLabelLines = 60;
  Reading reading;
  reading.settings = &settings;
  reading.lines = read_lines(pages);
  add_looks(reading.lines, pages, layout);
  reading.zones = find_zones(reading.lines, settings.codes);
  reading.labels = read_labels(reading.lines, std::min(reading.zones.body, kLabelLines));
  return reading;
}

std::string Note::place(const Reading& reading, std::size_t offset) const {
  std::size_t n = 0;
  while (n + 1 < starts.size() && starts[n + 1] <= offset) ++n;
  return reading.lines[lines[n]].place();
}

std::vector<Note> notes_of(const Reading& reading) {
  std::vector<Note> notes;
  for (const std::size_t i : reading.zones.notes) {
    const std::string& flat = reading.lines[i].flat;
    bool goes_on = false;
    bool cut = false;
    if (!notes.empty() && notes.back().lines.back() + 1 == i &&
        notes.back().flat.size() + flat.size() < kFlatBytes) {
      const std::vector<Act> acts = read_acts(notes.back().flat);
      cut = !acts.empty() && acts.back().kind == ActKind::none;
      goes_on = cut || !balanced(notes.back().flat);
    }
    if (!goes_on) notes.emplace_back();
    // 交通部 / 水产部发布: organs below each other.
    if (goes_on && cut && balanced(notes.back().flat)) notes.back().flat += "、";
    notes.back().lines.push_back(i);
    notes.back().starts.push_back(notes.back().flat.size());
    notes.back().flat += flat;
  }
  return notes;
}

}  // namespace guidang::describe
