// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/year/title_year.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "pipeline/text/han_number.h"
#include "pipeline/text/utf8.h"

namespace guidang {
namespace {

constexpr std::array<std::string_view, 3> kLooksAhead{"计划", "规划", "预算"};
constexpr std::u32string_view kRangeSigns = U"-—–~～至到";

bool is_year_digit(char32_t c) { return text::digit_value(c).has_value(); }

std::optional<int> read_year(std::u32string_view digits) {
  std::string text;
  for (const char32_t c : digits) text::append(text, c);
  const auto value = text::parse_han_number(text);
  return value && *value >= 1900 && *value <= 2999 ? value : std::nullopt;
}

/// Years as written, and whether 年 stands behind them or behind the range they begin.
std::vector<int> years_of(std::u32string_view title) {
  std::vector<int> years;
  std::vector<int> waiting;  // 2022- of 2022-2023年
  for (std::size_t i = 0; i < title.size();) {
    if (!is_year_digit(title[i])) {
      if (kRangeSigns.find(title[i]) == std::u32string_view::npos) waiting.clear();
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < title.size() && is_year_digit(title[end])) ++end;
    const auto year = end - i == 4 ? read_year(title.substr(i, 4)) : std::nullopt;
    if (!year) {
      waiting.clear();
    } else if (end < title.size() && title[end] == U'年') {
      years.insert(years.end(), waiting.begin(), waiting.end());
      waiting.clear();
      years.push_back(*year);
    } else {
      waiting.assign(1, *year);
    }
    i = end;
  }
  return years;
}

}  // namespace

std::optional<int> year_of_title(std::string_view title) {
  std::u32string points;
  for (std::size_t pos = 0; pos < title.size();) points.push_back(text::next(title, pos));
  const std::vector<int> years = years_of(points);
  if (years.empty()) return std::nullopt;
  const bool ahead = std::any_of(kLooksAhead.begin(), kLooksAhead.end(), [&](std::string_view w) {
    return title.find(w) != std::string_view::npos;
  });
  return ahead ? *std::min_element(years.begin(), years.end())
               : *std::max_element(years.begin(), years.end());
}

}  // namespace guidang
