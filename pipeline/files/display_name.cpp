// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/display_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::files {
namespace {

// Characters that show nothing or change the order of what is shown. Variation selectors stay: they
// choose between written forms of a Han character.
constexpr std::pair<char32_t, char32_t> kHidden[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},     {0x115F, 0x1160},
    {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},   {0x3164, 0x3164},
    {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
};

bool is_hidden(char32_t c) {
  return std::ranges::any_of(kHidden,
                             [c](auto range) { return range.first <= c && c <= range.second; });
}

}  // namespace

std::string display_name(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  std::size_t pos = 0;
  while (pos < raw.size()) {
    const std::size_t start = pos;
    const char32_t c = text::next(raw, pos);
    if (c == text::kReplacement && pos - start == 1) {
      fmt::format_to(std::back_inserter(out), "\\x{:02X}", static_cast<unsigned char>(raw[start]));
    } else if (c == U'\\') {
      out += "\\\\";
    } else if (is_hidden(c)) {
      fmt::format_to(std::back_inserter(out), "\\u{{{:04X}}}", static_cast<std::uint32_t>(c));
    } else {
      out += raw.substr(start, pos - start);
    }
  }
  return out;
}

}  // namespace guidang::files
