// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::organs {
namespace {

constexpr std::string_view kState = "中华人民共和国";
constexpr std::string_view kPartyLong = "中国共产党";
constexpr std::string_view kParty = "中共";

constexpr std::array<std::string_view, 6> kBefore{
    "中国共产党", "中共", "中国人民政治协商会议", "政协", "中国共产主义青年团", "共青团"};

constexpr std::array<std::string_view, 9> kAreas{"省", "市", "县", "区", "州",
                                                 "盟", "旗", "镇", "乡"};

constexpr std::array<std::string_view, 21> kBodies{
    "委员会",         "委",           "人民政府",
    "政府",           "人民代表大会", "人民代表大会常务委员会",
    "人大常委会",     "人大",         "人大主席团",
    "政协",           "监察委员会",   "监委",
    "纪律检查委员会", "纪委",         "人民法院",
    "中级人民法院",   "高级人民法院", "人民检察院",
    "党工委",         "街道办事处",   "街道工作委员会"};

struct LineWord {
  std::string_view word{};
  Line line = Line::unknown;
};

// In this order: 中共中央军事委员会 is of the party, the court of an army is a court.
constexpr std::array kLineWords{
    LineWord{"法院", Line::judicial},     LineWord{"检察院", Line::judicial},
    LineWord{"中共", Line::party},        LineWord{"中国共产党", Line::party},
    LineWord{"党工委", Line::party},      LineWord{"人民政府", Line::government},
    LineWord{"国务院", Line::government}, LineWord{"人民代表大会", Line::congress},
    LineWord{"人大", Line::congress},     LineWord{"政治协商会议", Line::cppcc},
    LineWord{"政协", Line::cppcc}};

constexpr Date kFarFuture{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

Date begin_for_order(const Name& name) {
  if (name.from) return *name.from;
  return name.to ? *name.to : kFarFuture;
}

std::string shown(const Name& name) {
  if (!name.from && !name.to) return name.text;
  return fmt::format("{} ({} – {})", name.text, name.from ? to_iso(*name.from) : "…",
                     name.to ? to_iso(*name.to) : "…");
}

}  // namespace

void settle_names(Organ& organ) {
  std::vector<Name>& names = organ.names;
  std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    return begin_for_order(a) < begin_for_order(b);
  });
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (!names[i].from && names[i - 1].to) {
      names[i].from = add_days(*names[i - 1].to, 1);
    } else if (names[i].from && !names[i - 1].to) {
      names[i - 1].to = add_days(*names[i].from, -1);
    }
  }
}

std::string overlap(const Organ& organ) {
  for (std::size_t i = 0; i < organ.names.size(); ++i) {
    const Name& name = organ.names[i];
    if (name.from && name.to && *name.to < *name.from) return shown(name);
    if (i == 0) continue;
    const Name& before = organ.names[i - 1];
    if (!before.to || !name.from || *name.from <= *before.to) {
      return shown(before) + ", " + shown(name);
    }
  }
  return {};
}

const std::string& name_on(const Organ& organ, std::optional<Date> day) {
  const std::vector<Name>& names = organ.names;
  if (!day) return names.back().text;
  const std::string* answer = &names.front().text;
  for (const Name& name : names) {
    if (!name.from || *name.from <= *day) answer = &name.text;
  }
  return *answer;
}

std::string key_of(std::string_view name) {
  std::string key = text::fold(name.substr(0, kLongestWord));
  if (key.starts_with(kPartyLong)) key.replace(0, kPartyLong.size(), kParty);
  // 中华人民共和国主席 keeps it: what is left must be a name of its own.
  constexpr std::size_t kShortest = 9;
  if (key.starts_with(kState) && key.size() >= kState.size() + kShortest) {
    key.erase(0, kState.size());
  }
  return key;
}

std::string_view area_of_name(std::string_view name) {
  for (const std::string_view before : kBefore) {
    if (name.starts_with(before)) {
      name.remove_prefix(before.size());
      break;
    }
  }
  for (const std::string_view body : kBodies) {
    if (!name.ends_with(body) || name.size() == body.size()) continue;
    const std::string_view area = name.substr(0, name.size() - body.size());
    constexpr std::size_t kShortest = 6;
    const bool ends = std::any_of(kAreas.begin(), kAreas.end(),
                                  [&](std::string_view end) { return area.ends_with(end); });
    const bool street = body.starts_with("街道");
    if (area.size() >= kShortest && (ends || street)) return area;
  }
  return {};
}

Line line_of_name(std::string_view name) {
  for (const LineWord& row : kLineWords) {
    if (name.find(row.word) != std::string_view::npos) return row.line;
  }
  return Line::unknown;
}

std::string shown_names(const Organ& organ) {
  std::string all;
  for (const Name& name : organ.names) all += (all.empty() ? "" : ", ") + shown(name);
  return all;
}

}  // namespace guidang::organs
