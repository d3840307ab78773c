// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/doc/style_sheet.h"

#include <algorithm>

namespace guidang::extract::word {
namespace {

constexpr std::uint16_t kNone = 0x0FFF;
constexpr std::size_t kDeepest = 32;
constexpr double kTwip = 2540.0 / 1440;

/// One description of a style, STD: its kind, the style it is based on and its modifiers.
struct Description {
  std::uint16_t base = kNone;
  Format format{};
};

Description describe(const LittleEndian& std, std::size_t head) {
  constexpr std::uint16_t kParagraph = 1;
  constexpr std::uint16_t kHeading1 = 1;
  constexpr std::uint16_t kHeading9 = 9;
  constexpr std::uint16_t kTitle = 62;
  Description result;
  const std::uint16_t known = std.u16(0) & 0x0FFFU;
  const std::uint16_t kind = std.u16(2) & 0x000FU;
  result.base = static_cast<std::uint16_t>(std.u16(2) >> 4);
  if (kind != kParagraph) return result;
  if (known >= kHeading1 && known <= kHeading9) {
    result.format.look.outline = static_cast<std::uint8_t>(known);
  } else if (known == kTitle) {
    result.format.look.outline = kTitleOutline;
  }
  const std::size_t lists = std.u16(4) & 0x000FU;
  // Behind the name, which ends with a zero, lists of modifiers; each begins at an even place. The
  // first is led by the index of the style itself.
  std::size_t at = head + 2 + 2U * std.u16(head) + 2;
  for (std::size_t i = 0; i < std::min<std::size_t>(lists, 2) && at + 2 <= std.size(); ++i) {
    const std::size_t size = std.u16(at);
    const std::size_t lead = i == 0 ? 2 : 0;
    if (size > lead) apply_modifiers(std.part(at + 2 + lead, size - lead), result.format);
    at += 2 + size + size % 2;
  }
  return result;
}

}  // namespace

StyleSheet::StyleSheet(const LittleEndian& table, Place place,
                       const std::vector<std::string>& fonts) {
  for (const std::string& font : fonts) faces_.push_back(face_of(font));
  try {
    read(table, place);
  } catch (const Damage&) {
    // What was read until here is right.
  }
}

void StyleSheet::read(const LittleEndian& table, Place place) {
  const LittleEndian sheet = table.part(place.offset, place.length);
  if (sheet.size() < 6) return;
  const std::size_t lead = sheet.u16(0);
  const std::size_t count = sheet.u16(2);
  const std::size_t head = sheet.u16(4);
  std::size_t at = 2 + lead;
  for (std::size_t i = 0; i < count && at + 2 <= sheet.size(); ++i) {
    const std::size_t size = sheet.u16(at);
    Style style{.base = kNone};
    if (size >= head && size > 0) {
      const Description read = describe(sheet.part(at + 2, size), head);
      style = {read.base, read.format};
    }
    styles_.push_back(style);
    at += 2 + size + size % 2;
  }
}

void StyleSheet::apply(const Format& format, LineStyle& style) const {
  format.look.apply_to(style);
  if (format.asian_font && *format.asian_font < faces_.size()) {
    style.face = faces_[*format.asian_font];
  }
  apply_indent(static_cast<std::int32_t>((format.left + format.first) * kTwip), style);
}

LineStyle StyleSheet::paragraph(const Format& format) const {
  LineStyle style{.align = Align::left, .size = 1000};
  std::vector<const Style*> chain;
  std::uint16_t at = format.style;
  while (at < styles_.size() && chain.size() < kDeepest) {
    chain.push_back(&styles_[at]);
    at = styles_[at].base;
  }
  for (auto one = chain.rbegin(); one != chain.rend(); ++one) apply((*one)->format, style);
  apply(format, style);
  return style;
}

void StyleSheet::apply_characters(const Format& format, LineStyle& style) const {
  apply(format, style);
}

}  // namespace guidang::extract::word
