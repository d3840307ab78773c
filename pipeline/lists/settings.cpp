// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/settings.h"

#include <algorithm>

namespace guidang::lists {
namespace {

constexpr std::uint64_t kWidestSpine = 500;

std::uint64_t whole(const profile::Element& element, std::string_view key, std::uint64_t otherwise,
                    std::uint64_t least, std::uint64_t most) {
  const auto value =
      static_cast<std::uint64_t>(element.number(key, static_cast<long long>(otherwise)));
  if (value < least || value > most) {
    throw element.flaw(std::string(key) + "=\"" + std::to_string(value) + "\"",
                       std::to_string(least) + "…" + std::to_string(most));
  }
  return value;
}

BoxRule read_box(const profile::Element& section) {
  BoxRule rule;
  // DA/T 22-2015: 310 × 220 mm, spines of 20, 30, 40 and 50 mm.
  rule.spines = {20, 30, 40, 50};
  const profile::Element* box = section.child("box");
  if (box == nullptr) return rule;
  rule.faces = whole(*box, "faces", rule.faces, 1, 2);
  rule.sheet = whole(*box, "sheet", rule.sheet, 10, 2'000);
  rule.binding = whole(*box, "binding", rule.binding, 0, 20'000);
  rule.unknown_pages = whole(*box, "unknown-pages", rule.unknown_pages, 1, 10'000);
  rule.fill = whole(*box, "fill", rule.fill, 10, 100);
  if (box->has("spines")) {
    rule.spines.clear();
    for (const std::string& word : box->words("spines")) {
      const bool digits = word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char c) {
                            return c >= '0' && c <= '9';
                          });
      const std::uint64_t spine = digits ? std::stoull(word) : 0;
      if (spine == 0 || spine > kWidestSpine) throw box->flaw(word, "20 30 40 50");
      rule.spines.push_back(spine);
    }
    std::sort(rule.spines.begin(), rule.spines.end());
  }
  return rule;
}

}  // namespace

std::uint64_t BoxRule::thickness(std::uint64_t pages, std::uint64_t items) const {
  return (pages + faces - 1) / faces * sheet + items * binding;
}

std::uint64_t BoxRule::spine_for(std::uint64_t thickness) const {
  for (const std::uint64_t spine : spines) {
    if (thickness <= spine * 1000 * fill / 100) return spine;
  }
  return spines.back();
}

PaperSettings PaperSettings::read(const Profile& profile) {
  const profile::Element& section = profile.section("catalogue");
  PaperSettings settings;
  if (const profile::Element* dates = section.child("dates")) {
    settings.volume_dates = dates->word("volume", {"dots", "marks", "compact"}, "dots") == "marks"
                                ? DateStyle::marks
                            : dates->attribute("volume") == "compact" ? DateStyle::compact
                                                                      : DateStyle::dots;
  }
  settings.box = read_box(section);
  for (const profile::Element* remark : section.all("remark")) {
    settings.remarks.push_back({.id = remark->required("id"),
                                .name = remark->required("name"),
                                .codes = remark->words("codes")});
  }
  if (profile.section("number").attribute("pattern").find("{period}") != std::string_view::npos) {
    for (const profile::Element* period : profile.section("appraise").all("period")) {
      settings.periods.emplace_back(period->attribute("name"));
    }
  }
  return settings;
}

std::size_t PaperSettings::rank_of(std::string_view period) const {
  return static_cast<std::size_t>(std::find(periods.begin(), periods.end(), period) -
                                  periods.begin());
}

std::string_view PaperSettings::remark_of(std::string_view code) const {
  const std::string_view family = code.substr(0, code.find('-'));
  std::string_view found;
  for (const RemarkKind& kind : remarks) {
    for (const std::string& word : kind.codes) {
      if (word == code) return kind.id;
      if (word == family && found.empty()) found = kind.id;
    }
  }
  return found;
}

}  // namespace guidang::lists
