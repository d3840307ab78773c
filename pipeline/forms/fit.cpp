// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::forms {
namespace {

constexpr double kMmPerPoint = 25.4 / 72.0;
constexpr double kStep = 0.5;
constexpr double kHalf = 0.55;
constexpr char32_t kFirstWide = 0x2E80;
constexpr double kRounding = 0.001;

constexpr std::array<std::pair<char32_t, char32_t>, 16> kUpright{{{U'（', 0xFE35},
                                                                  {U'）', 0xFE36},
                                                                  {U'(', 0xFE35},
                                                                  {U')', 0xFE36},
                                                                  {U'〔', 0xFE39},
                                                                  {U'〕', 0xFE3A},
                                                                  {U'《', 0xFE3D},
                                                                  {U'》', 0xFE3E},
                                                                  {U'〈', 0xFE3F},
                                                                  {U'〉', 0xFE40},
                                                                  {U'「', 0xFE41},
                                                                  {U'」', 0xFE42},
                                                                  {U'—', 0xFE31},
                                                                  {U'–', 0xFE31},
                                                                  {U'-', 0xFE31},
                                                                  {U'…', 0xFE19}}};

double advance(char32_t c, const Style& style) {
  return (c >= kFirstWide ? 1.0 : kHalf) + style.spacing;
}

/// Signs that join the one before: they stand in its place.
bool joins(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xE0100 && c <= 0xE01EF) || c == 0x200D;
}

}  // namespace

Fitted fit(const std::string& text, const Style& style, const std::string& note, std::size_t room,
           const std::function<bool(std::string_view, double)>& fits) {
  const bool hopeless = text::length(text) > room;
  for (double size = style.size; !hopeless && size > style.least - kRounding; size -= kStep) {
    if (fits(text, size)) return {text, size, true};
  }
  if (!hopeless && fits(text, style.least)) return {text, style.least, true};
  const auto cut = [&](std::size_t count) {
    return std::string(text::prefix(text, count)) + "…" + note;
  };
  std::size_t low = 0;
  std::size_t high = std::min(room, text::length(text));
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (fits(cut(middle), style.least)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return {cut(low), style.least, false};
}

bool estimated_to_fit(std::string_view text, const Style& style, double size, double width,
                      double height) {
  const double em = size * kMmPerPoint;
  const auto lines = static_cast<std::size_t>(height / (em * style.leading) + kRounding);
  std::size_t needed = 1;
  double used = style.indent;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next(text, at);
    if (c == '\n') {
      ++needed;
      used = style.indent;
      continue;
    }
    used += advance(c, style);
    if (used * em > width + kRounding) {
      ++needed;
      used = advance(c, style);
      if (used * em > width + kRounding) return false;
    }
  }
  return needed <= lines;
}

std::vector<std::string> stack(std::string_view text, const Style& style, double size,
                               double height) {
  const double em = size * kMmPerPoint * (1 + style.spacing);
  const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(height / em + kRounding));
  std::vector<std::string> columns(1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = text::next(text, at);
    if (c == '\n' || (count == most && !joins(c))) {
      columns.emplace_back();
      count = 0;
      if (c == '\n') continue;
    }
    const auto upright = std::find_if(kUpright.begin(), kUpright.end(),
                                      [c](const auto& one) { return one.first == c; });
    if (upright != kUpright.end()) c = upright->second;
    if (!joins(c)) {
      if (count > 0) columns.back() += '\n';
      ++count;
    }
    text::append(columns.back(), c);
  }
  return columns;
}

bool stack_fits(std::string_view text, const Style& style, double size, double width,
                double height) {
  const double em = size * kMmPerPoint;
  const auto columns = static_cast<double>(stack(text, style, size, height).size());
  return em * (1 + style.spacing) <= height + kRounding &&
         em + (columns - 1) * em * style.leading <= width + kRounding;
}

std::size_t room_for(const Style& style, double width, double height) {
  constexpr double kNarrowest = 0.2;
  const double em = style.least * kMmPerPoint;
  return static_cast<std::size_t>((width / (em * kNarrowest) + 1) * (height / em + 1));
}

std::string note_sign(std::size_t number) { return "※" + std::to_string(number); }

}  // namespace guidang::forms
