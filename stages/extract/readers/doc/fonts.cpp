// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/utf8.h"
#include "stages/extract/readers/doc/stories.h"

namespace guidang::extract::word {

std::vector<std::string> read_fonts(const LittleEndian& table, Place place) {
  // SttbfFfn: count, size of what is added to each (none), then records led by their length.
  const LittleEndian bytes = table.part(place.offset, place.length);
  std::vector<std::string> fonts;
  if (bytes.size() < 4) return fonts;
  const std::size_t count = bytes.u16(0);
  constexpr std::size_t kName = 40;  // from the record's own length byte on
  for (std::size_t i = 0, at = 4; i < count && at < bytes.size(); ++i) {
    const std::size_t length = 1U + bytes.u8(at);
    std::string name;
    for (std::size_t c = at + kName; c + 1 < at + length; c += 2) {
      const char16_t unit = bytes.u16(c);
      if (unit == 0) break;
      text::append(name, unit);
    }
    fonts.push_back(std::move(name));
    at += length;
  }
  return fonts;
}

}  // namespace guidang::extract::word
