// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/html_look.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "stages/extract/readers/style_change.h"

namespace guidang::extract {
namespace {

std::optional<Align> align_of(std::string_view word) {
  if (word == "center" || word == "CENTER" || word == "Center") return Align::centre;
  if (word == "right" || word == "end" || word == "RIGHT") return Align::right;
  if (word == "left" || word == "start" || word == "justify") return Align::left;
  return std::nullopt;
}

/// "#ff0000", "red", "rgb(255,0,0)".
std::optional<std::uint32_t> colour_of(std::string_view word) {
  if (word.starts_with('#')) return hex_colour(word);
  if (word == "red") return 0xFF0000;
  if (word == "black") return 0;
  constexpr std::string_view kRgb = "rgb(";
  if (!word.starts_with(kRgb)) return std::nullopt;
  word.remove_prefix(kRgb.size());
  std::uint32_t colour = 0;
  for (int i = 0; i < 3; ++i) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || value > 255) return std::nullopt;
    colour = colour << 8 | value;
    word.remove_prefix(static_cast<std::size_t>(end - word.data()));
    if (!word.empty()) word.remove_prefix(1);
  }
  return colour;
}

void apply_css(std::string_view property, std::string_view value, LineStyle& look) {
  if (property == "text-align") {
    look.align = align_of(value).value_or(look.align);
  } else if (property == "color") {
    look.colour = colour_of(value).value_or(look.colour);
  } else if (property == "font-size") {
    if (const auto points = points_of(value)) look.size = size_of_points(*points);
  } else if (property == "font-weight") {
    look.bold = value == "bold" || value == "bolder" || (value >= "600" && value <= "900");
  } else if (property == "font-family") {
    if (const Face face = face_of(value); face != Face::unknown) look.face = face;
  }
}

void apply_font(const xml::Node& node, LineStyle& look) {
  if (const auto colour = node.attribute("color")) {
    look.colour = colour_of(*colour).value_or(look.colour);
  }
  if (const auto face = node.attribute("face"); face && !face->empty()) look.face = face_of(*face);
  // The seven sizes of old pages.
  constexpr std::array<std::uint16_t, 8> kSizes{0, 750, 1000, 1200, 1350, 1800, 2400, 3600};
  const std::string size = node.attribute("size").value_or("");
  if (size.size() == 1 && size >= "1" && size <= "7") {
    look.size = kSizes[static_cast<std::size_t>(size.front() - '0')];
  }
}

}  // namespace

void apply_html_look(const xml::Node& node, std::string_view name, std::string_view css,
                     LineStyle& look) {
  if (name == "center") look.align = Align::centre;
  if (name == "b" || name == "strong" || name == "th") look.bold = true;
  if (name == "font") apply_font(node, look);
  if (name.size() == 2 && name.front() == 'h' && name[1] >= '1' && name[1] <= '6') {
    look.outline = static_cast<std::uint8_t>(name[1] - '0');
    look.bold = true;
  }
  if (name == "p" || name == "div" || name == "td" || name.starts_with('h')) {
    if (const auto align = node.attribute("align")) {
      look.align = align_of(*align).value_or(look.align);
    }
  }
  while (!css.empty()) {
    const std::size_t end = std::min(css.find(';'), css.size());
    const std::string_view one = css.substr(0, end);
    const std::size_t colon = one.find(':');
    if (colon != std::string_view::npos) {
      apply_css(one.substr(0, colon), one.substr(colon + 1), look);
    }
    css.remove_prefix(std::min(end + 1, css.size()));
  }
}

}  // namespace guidang::extract
