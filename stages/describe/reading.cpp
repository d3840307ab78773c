// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "stages/describe/elements.h"

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

}  // namespace guidang::describe
