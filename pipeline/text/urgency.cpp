// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/urgency.h"

#include <array>
#include <utility>

#include "pipeline/text/head_items.h"
#include "pipeline/text/head_lines.h"
#include "pipeline/text/mark_form.h"
#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

int rank_of(std::string_view term) {
  constexpr std::array<std::pair<std::string_view, int>, 9> kRanks = {{{"特提", 4},
                                                                       {"特急", 3},
                                                                       {"加急", 2},
                                                                       {"急件", 2},
                                                                       {"急", 2},
                                                                       {"平急", 1},
                                                                       {"紧急", 1},
                                                                       {"急办", 1},
                                                                       {"限时", 1}}};
  for (const auto& [word, rank] : kRanks) {
    if (word == term) return rank;
  }
  return 0;
}

std::optional<Urgency> urgency_of(const std::u32string& form, std::string_view original) {
  const HeadItems items = read_head_items(form);
  if (items.read != form.size() || items.urgency.empty()) return std::nullopt;
  return Urgency{rank_of(items.urgency), items.urgency, std::string(trim(original))};
}

}  // namespace

std::optional<Urgency> parse_urgency(std::string_view line_or_field) {
  if (line_or_field.size() > kLongestHeadLine) return std::nullopt;
  return urgency_of(mark_form(line_or_field), line_or_field);
}

std::optional<Urgency> find_head_urgency(std::string_view text) {
  for (const HeadLine& line : head_lines(text)) {
    if (line.in_body) break;
    if (auto urgency = urgency_of(line.form, line.line)) return urgency;
    for (const std::u32string& part : outer_parts(line.line)) {
      if (auto urgency = urgency_of(part, line.line)) return urgency;
    }
  }
  return std::nullopt;
}

}  // namespace guidang::text
