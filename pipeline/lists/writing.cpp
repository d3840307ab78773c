// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/writing.h"

#include <algorithm>
#include <array>
#include <vector>

namespace guidang::lists {
namespace {

/// Year, month and day as far as they are there, months and days without a leading zero; nothing
/// when it is no ISO date.
std::vector<std::string> parts_of(std::string_view iso) {
  constexpr std::array<std::size_t, 3> kEnds{4, 7, 10};
  if (std::find(kEnds.begin(), kEnds.end(), iso.size()) == kEnds.end()) return {};
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < iso.size(); at = kEnds[parts.size() - 1] + 1) {
    const std::size_t end = kEnds[parts.size()];
    std::string_view part = iso.substr(at, end - at);
    const bool digits =
        std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (end < iso.size() && iso[end] != '-')) return {};
    if (!parts.empty() && part.starts_with('0')) part.remove_prefix(1);
    parts.emplace_back(part);
  }
  return parts;
}

}  // namespace

std::string short_date(std::string_view iso, DateStyle style) {
  if (style == DateStyle::compact) {
    std::string digits(iso);
    std::erase(digits, '-');
    return digits;
  }
  const std::vector<std::string> parts = parts_of(iso);
  if (parts.empty()) return std::string(iso);
  std::string text;
  for (const std::string& part : parts) {
    if (style == DateStyle::dots && !text.empty()) text += '.';
    text += part;
    if (style == DateStyle::marks) text += "、";
  }
  return text;
}

std::string written_date(std::string_view iso) {
  constexpr std::array<std::string_view, 3> kUnits{"年", "月", "日"};
  const std::vector<std::string> parts = parts_of(iso);
  if (parts.empty()) return std::string(iso);
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) text.append(parts[i]).append(kUnits[i]);
  return text;
}

}  // namespace guidang::lists
