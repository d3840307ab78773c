// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/style_change.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace guidang::extract {
namespace {

struct Known {
  std::string_view part{};
  Face face = Face::other;
};

/// The first that a name contains tells: 小标宋 before 宋, 仿宋 before 宋.
constexpr std::array kFaces{Known{"标宋", Face::title_song},
                            Known{"xiaobiaosong", Face::title_song},
                            Known{"fzxbs", Face::title_song},
                            Known{"仿宋", Face::fangsong},
                            Known{"fangsong", Face::fangsong},
                            Known{"楷", Face::kai},
                            Known{"kaiti", Face::kai},
                            Known{"stkai", Face::kai},
                            Known{"黑", Face::hei},
                            Known{"simhei", Face::hei},
                            Known{"heiti", Face::hei},
                            Known{"yahei", Face::hei},
                            Known{"stxihei", Face::hei},
                            Known{"宋", Face::song},
                            Known{"simsun", Face::song},
                            Known{"song", Face::song}};

}  // namespace

void StyleChange::apply_to(LineStyle& style) const {
  if (align) style.align = *align;
  if (face) style.face = *face;
  if (bold) style.bold = *bold;
  if (rule_below) style.rule_below = *rule_below;
  if (outline) style.outline = *outline;
  if (percent) style.size = size_of_points(style.size / 100.0 * *percent / 100.0);
  if (size) style.size = *size;
  if (colour) style.colour = *colour;
  if (indent) apply_indent(*indent, style);
}

void apply_indent(std::int32_t indent, LineStyle& style) {
  if (indent >= kFarIn && style.align != Align::centre) style.align = Align::right;
}

Face face_of(std::string_view font) {
  if (font.empty()) return Face::unknown;
  constexpr std::size_t kLongest = 64;
  std::string name{font.substr(0, kLongest)};
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const Known& known : kFaces) {
    if (name.find(known.part) != std::string::npos) return known.face;
  }
  return Face::other;
}

std::optional<std::uint32_t> hex_colour(std::string_view text) {
  if (text == "auto") return 0;
  if (text.starts_with('#')) text.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (text.size() == 6) return value;
  if (text.size() != 3) return std::nullopt;
  constexpr std::uint32_t kTwice = 0x11;
  return (value >> 8) * kTwice << 16 | (value >> 4 & 0xFU) * kTwice << 8 | (value & 0xFU) * kTwice;
}

std::uint16_t size_of_points(double points) {
  constexpr double kMost = 655;
  if (!(points > 0) || points > kMost) return 0;
  return static_cast<std::uint16_t>(std::lround(points * 100));
}

std::optional<double> points_of(std::string_view length) {
  constexpr std::array kUnits{
      std::pair{std::string_view{"pt"}, 1.0}, std::pair{std::string_view{"px"}, 0.75},
      std::pair{std::string_view{"in"}, 72.0}, std::pair{std::string_view{"cm"}, 72 / 2.54},
      std::pair{std::string_view{"mm"}, 72 / 25.4}};
  double value = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
  if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
  const std::string_view unit = length.substr(static_cast<std::size_t>(end - length.data()));
  for (const auto& [name, points] : kUnits) {
    if (unit == name) return value * points;
  }
  return std::nullopt;
}

}  // namespace guidang::extract
