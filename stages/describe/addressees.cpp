// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

void offer(std::string_view field, const std::string& names, std::string place, double trust,
           Candidates& out) {
  Candidate candidate{std::string{field}, split_addressees(names), std::move(place), trust, {}};
  if (candidate.values.empty()) return;
  candidate.original = names;
  out.list.push_back(std::move(candidate));
}

void find_recipients(const Reading& reading, Candidates& out) {
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
  offer("recipients", names, reading.lines[zones.salutation_first].place(), 0.9, out);
}

// 抄送：A，B，
//       C。
void find_copies(const Reading& reading, Candidates& out) {
  constexpr std::string_view kCopies = "抄送";
  constexpr std::size_t kMostLines = 12;
  constexpr std::size_t kLongest = 600;  // bytes of a further line
  const std::vector<Line>& lines = reading.lines;
  if (!reading.zones.imprint) return;
  for (std::size_t i = *reading.zones.imprint; i < lines.size(); ++i) {
    const std::size_t at = lines[i].text.find(kCopies);
    if (!lines[i].flat.starts_with("抄送:") || at == std::string_view::npos) continue;
    std::string_view rest = text::trim(lines[i].text.substr(at + kCopies.size()));
    constexpr auto kColon = std::to_array<std::string_view>({":", "："});
    rest = text::trim(rest.substr(starting(rest, kColon)));
    std::string names{rest};
    // The list goes on over groups that each end in 。 until the line of the printing organ.
    for (std::size_t n = i + 1; n < lines.size() && n <= i + kMostLines; ++n) {
      if (lines[n].furniture) continue;
      if (is_imprint(lines[n].flat) || is_annex_heading(lines[n].flat)) break;
      const std::vector<std::string> parts = split_addressees(lines[n].text);
      const bool organs = std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
        return is_organ(part) || part.starts_with("各") || contains(part, "部门");
      });
      if (!organs || lines[n].flat.size() > kLongest) break;
      names += lines[n].text;
    }
    offer("cc", names, lines[i].place(), 0.9, out);
    return;
  }
}

}  // namespace

void find_addressees(const Reading& reading, Candidates& out) {
  find_recipients(reading, out);
  find_copies(reading, out);
}

}  // namespace guidang::describe
