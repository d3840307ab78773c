// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/doc/runs.h"

#include <algorithm>

namespace guidang::extract::word {
namespace {

// Single property modifiers, [MS-DOC] 2.6.
enum Modifier : std::uint16_t {
  kDeleted = 0x0800,
  kSymbol = 0x6A09,
  kInTable = 0x2416,
  kRowEnd = 0x2417,
  kInnerCellEnd = 0x244B,
  kInnerRowEnd = 0x244C,
  kHuge = 0x6646,
  kTableDefinition = 0xD608,
  kTabs = 0xC615,
  // Of the look.
  kSize = 0x4A43,
  kColour = 0x6870,
  kOldColour = 0x2A42,
  kBold = 0x0835,
  kAsianFont = 0x4A50,
  kOldAlign = 0x2403,
  kAlign = 0x2461,
  kOutline = 0x2640,
  kOldLeft = 0x840F,
  kLeft = 0x845E,
  kOldFirst = 0x8411,
  kFirst = 0x8460,
  kOldBorderBelow = 0x6426,
  kBorderBelow = 0xC650
};

std::int32_t signed_word(const LittleEndian& list, std::size_t at) {
  return static_cast<std::int16_t>(list.u16(at));
}

/// Blue lies highest in the file; above all, that the colour is the reader's own.
std::uint32_t colour_of(std::uint32_t value) {
  if ((value & 0xFF00'0000U) != 0) return 0;
  return (value & 0xFFU) << 16 | (value & 0xFF00U) | value >> 16;
}

Align align_of(std::uint8_t value) {
  if (value == 1 || value == 4) return Align::centre;
  return value == 2 ? Align::right : Align::left;
}

/// What modifiers of the look say; nothing for others.
void apply_look(std::uint16_t modifier, const LittleEndian& list, std::size_t at, Format& format) {
  StyleChange& look = format.look;
  switch (modifier) {
    case kSize:
      look.size = size_of_points(list.u16(at) / 2.0);
      break;
    case kColour:
      look.colour = colour_of(list.u32(at));
      break;
    case kOldColour: {
      constexpr std::uint8_t kRed = 6;
      constexpr std::uint8_t kDarkRed = 13;
      const std::uint8_t index = list.u8(at);
      look.colour = index == kRed ? 0xFF0000 : index == kDarkRed ? 0x800000 : 0;
      break;
    }
    case kBold:
      if (list.u8(at) <= 1) look.bold = list.u8(at) == 1;
      break;
    case kAsianFont:
      format.asian_font = list.u16(at);
      break;
    case kOldAlign:
    case kAlign:
      look.align = align_of(list.u8(at));
      break;
    case kOutline:
      look.outline = list.u8(at) < 9 ? static_cast<std::uint8_t>(list.u8(at) + 1) : std::uint8_t{0};
      break;
    case kOldLeft:
    case kLeft:
      format.left = signed_word(list, at);
      break;
    case kOldFirst:
    case kFirst:
      format.first = signed_word(list, at);
      break;
    case kOldBorderBelow:
      look.rule_below = (list.u32(at) & 0xFF00U) != 0 && list.u32(at) != 0xFFFF'FFFF;
      break;
    case kBorderBelow: {
      // Colour, width, kind: the kind 0 is none.
      constexpr std::size_t kKind = 6;
      look.rule_below = list.u8(at) > kKind && list.u8(at + kKind) != 0;
      break;
    }
    default:
      break;
  }
}

/// Bytes of the operand of the modifier whose operand begins at `at`.
std::size_t operand_size(std::uint16_t modifier, const LittleEndian& list, std::size_t at) {
  switch (modifier >> 13) {
    case 0:
    case 1:
      return 1;
    case 2:
    case 4:
    case 5:
      return 2;
    case 3:
      return 4;
    case 7:
      return 3;
    default:
      break;
  }
  if (modifier == kTableDefinition) return std::max<std::size_t>(list.u16(at), 1) + 1;
  const std::size_t size = list.u8(at);
  if (modifier == kTabs && size == 255) {
    const std::size_t removed = list.u8(at + 1);
    const std::size_t added = list.u8(at + 2 + 4 * removed);
    return 1 + 1 + 4 * removed + 1 + 3 * added;
  }
  return 1 + size;
}

void apply(const LittleEndian& list, const LittleEndian& data, bool may_lead, Format& format) {
  // Lists are padded to an even length.
  for (std::size_t at = 0; at + 2 < list.size();) {
    const std::uint16_t modifier = list.u16(at);
    at += 2;
    switch (modifier) {
      case kDeleted:
        format.deleted = list.u8(at) == 1;
        break;
      case kSymbol:
        format.symbol = true;
        format.font = list.u16(at);
        format.symbol_code = list.u16(at + 2);
        break;
      case kInTable:
        format.in_table = list.u8(at) == 1;
        break;
      case kRowEnd:
        format.row_end = list.u8(at) == 1;
        break;
      case kInnerCellEnd:
        format.inner_cell_end = list.u8(at) == 1;
        break;
      case kInnerRowEnd:
        format.inner_row_end = list.u8(at) == 1;
        break;
      case kHuge:
        if (may_lead) {
          const std::size_t where = list.u32(at);
          apply(data.part(where + 2, data.u16(where)), data, false, format);
        }
        break;
      default:
        apply_look(modifier, list, at, format);
        break;
    }
    at += operand_size(modifier, list, at);
  }
}

/// One page of formatted disk pages: positions, then a way to the modifiers of each stretch.
class Page {
 public:
  Page(const LittleEndian& bytes, const LittleEndian& data, RunKind kind)
      : bytes_(bytes), data_(data), kind_(kind), count_(bytes.u8(511)) {}

  void add_to(std::vector<Run>& runs) const {
    for (std::size_t i = 0; i < count_; ++i) {
      Run run{bytes_.u32(4 * i), bytes_.u32(4 * i + 4), {}};
      if (kind_ == RunKind::characters) {
        characters(i, run.format);
      } else {
        paragraph(i, run.format);
      }
      if (run.begin < run.end && run.format != Format{}) runs.push_back(run);
    }
  }

 private:
  void characters(std::size_t i, Format& format) const {
    const std::size_t at = 2U * bytes_.u8(4 * (count_ + 1) + i);
    if (at != 0) apply(bytes_.part(at + 1, bytes_.u8(at)), data_, false, format);
  }

  void paragraph(std::size_t i, Format& format) const {
    const std::size_t at = 2U * bytes_.u8(4 * (count_ + 1) + 13 * i);
    if (at == 0) return;
    const std::size_t words = bytes_.u8(at);
    const LittleEndian list = words == 0 ? bytes_.part(at + 2, 2U * bytes_.u8(at + 1))
                                         : bytes_.part(at + 1, 2 * words - 1);
    constexpr std::size_t kStyle = 2;
    if (list.size() >= kStyle) format.style = list.u16(0);
    if (list.size() > kStyle) {
      apply(list.part(kStyle, list.size() - kStyle), data_, true, format);
    }
  }

  LittleEndian bytes_;
  const LittleEndian& data_;
  RunKind kind_;
  std::size_t count_;
};

}  // namespace

void apply_modifiers(const LittleEndian& list, Format& format) { apply(list, {}, false, format); }

std::vector<Run> read_runs(const LittleEndian& document, const LittleEndian& table,
                           const LittleEndian& data, Place place, RunKind kind) {
  constexpr std::size_t kPage = 512;
  const LittleEndian bins = table.part(place.offset, place.length);
  std::vector<Run> runs;
  const std::size_t count = bins.size() < 4 ? 0 : (bins.size() - 4) / 8;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t page = bins.u32(4 * (count + 1) + 4 * i) & 0x3FFFFFU;
    Page{document.part(page * kPage, kPage), data, kind}.add_to(runs);
  }
  std::ranges::stable_sort(runs, {}, &Run::begin);
  std::uint32_t end = 0;
  for (Run& run : runs) {
    run.begin = std::max(run.begin, end);
    end = std::max(run.end, run.begin);
  }
  std::erase_if(runs, [](const Run& run) { return run.begin >= run.end; });
  return runs;
}

}  // namespace guidang::extract::word
