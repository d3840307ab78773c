// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/format_era.h"

#include <array>

namespace guidang::text {
namespace {

constexpr std::array kRules{
    FormatRules{.era = FormatEra::before_2000,
                .id = "before-2000",
                .name = "GB/T 9704-1988",
                .keywords = true,
                .reports_up = true,
                .urgent_paper = true,
                .han_date = true,
                .empty_page = true},
    FormatRules{.era = FormatEra::y2000,
                .id = "2000",
                .name = "GB/T 9704-1999",
                .keywords = true,
                .urgent_paper = true,
                .han_date = true},
    FormatRules{.era = FormatEra::y2012, .id = "2012", .name = "GB/T 9704-2012"}};

}  // namespace

FormatEra format_era(Date date) {
  using std::chrono::day;
  using std::chrono::month;
  using std::chrono::year;
  if (date < Date{year{2000}, month{1}, day{1}}) return FormatEra::before_2000;
  return date < Date{year{2012}, month{7}, day{1}} ? FormatEra::y2000 : FormatEra::y2012;
}

const FormatRules& format_rules(FormatEra era) { return kRules.at(static_cast<std::size_t>(era)); }

std::optional<FormatEra> format_era_of_id(std::string_view id) {
  for (const FormatRules& rules : kRules) {
    if (rules.id == id) return rules.era;
  }
  return std::nullopt;
}

}  // namespace guidang::text
