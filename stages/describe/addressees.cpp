// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/address_list.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {

void find_addressees(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  if (!zones.salutation) return;
  std::string names;
  for (std::size_t i = zones.salutation_first; i <= zones.salutation_last; ++i) {
    const Line& line = reading.lines[i];
    if (line.furniture) continue;
    const std::size_t length = salutation(line);
    std::string_view text = length == 0 ? line.text : line.text.substr(0, length);
    constexpr auto kColon = std::to_array<std::string_view>({":", "："});
    text.remove_suffix(ending(text, kColon));
    names += text::trim(text);
  }
  AddressList list = read_addressees(names);
  if (list.names.empty()) return;
  Candidate candidate{"recipients",
                      std::move(list.names),
                      reading.lines[zones.salutation_first].place(),
                      0.9,
                      names,
                      false,
                      {}};
  // One name a group, or a single group: that is what the list itself says.
  if (list.groups.size() > 1 && list.groups.size() < candidate.values.size()) {
    candidate.groups = std::move(list.groups);
  }
  if (candidate.values.size() == 1 && candidate.values.front() == names) candidate.original.clear();
  out.list.push_back(std::move(candidate));
}

}  // namespace guidang::describe
