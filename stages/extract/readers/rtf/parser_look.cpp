// SPDX-License-Identifier: GPL-3.0-or-later
// How the text looks: size, colour, alignment.
#include <algorithm>

#include "stages/extract/readers/rtf/parser.h"
#include "stages/extract/readers/style_change.h"

namespace guidang::extract::rtf {
namespace {

constexpr std::size_t kMostColours = 100'000;

std::uint32_t byte_of(std::int32_t value) {
  return static_cast<std::uint32_t>(std::clamp(value, 0, 255));
}

}  // namespace

bool Parser::look(const Word& word, const Token& token) {
  Group& group = top();
  constexpr double kLongest = 1e6;
  const std::int32_t value = token.value;
  switch (word.action) {
    case Action::size:
      group.look.size = size_of_points(token.has_value ? value / 2.0 : kUsualSize / 100.0);
      return true;
    case Action::colour: {
      const auto index = static_cast<std::size_t>(std::max(value, 0));
      group.look.colour = index < colours_.size() ? colours_[index] : 0;
      return true;
    }
    case Action::bold:
      group.look.bold = !token.has_value || value != 0;
      return true;
    case Action::align:
      group.look.align = static_cast<Align>(word.code);
      return true;
    case Action::outline:
      group.look.outline =
          value >= 0 && value < 9 ? static_cast<std::uint8_t>(value + 1) : std::uint8_t{0};
      return true;
    case Action::left_indent:
      group.left = std::abs(value) < kLongest ? value : 0;
      return true;
    case Action::first_indent:
      group.first = std::abs(value) < kLongest ? value : 0;
      return true;
    case Action::rule_below:
      group.look.rule_below = true;
      return true;
    case Action::red:
      colour_ = (colour_ & 0x00FFFFU) | byte_of(value) << 16;
      return true;
    case Action::green:
      colour_ = (colour_ & 0xFF00FFU) | byte_of(value) << 8;
      return true;
    case Action::blue:
      colour_ = (colour_ & 0xFFFF00U) | byte_of(value);
      return true;
    default:
      return false;
  }
}

void Parser::add_colours(std::string_view text) {
  for (const char c : text) {
    if (c != ';' || colours_.size() >= kMostColours) continue;
    colours_.push_back(colour_);
    colour_ = 0;
  }
}

LineStyle Parser::look_now() const {
  const Group& group = groups_.back();
  LineStyle style = group.look;
  style.face = font().face;
  constexpr double kTwip = 2540.0 / 1440;
  apply_indent(static_cast<std::int32_t>((group.left + group.first) * kTwip), style);
  return style;
}

}  // namespace guidang::extract::rtf
