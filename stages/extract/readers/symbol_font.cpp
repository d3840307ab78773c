// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/symbol_font.h"

#include <array>

namespace guidang::extract {
namespace {

/// Their code points mean nothing elsewhere.
struct Symbol {
  std::string_view font{};
  char32_t code = 0;
  char32_t meaning = 0;
};
constexpr std::array kSymbols{
    Symbol{"Wingdings", 0x6F, U'□'},   Symbol{"Wingdings", 0x71, U'□'},
    Symbol{"Wingdings", 0xA8, U'□'},   Symbol{"Wingdings", 0xFB, U'✗'},
    Symbol{"Wingdings", 0xFC, U'✓'},   Symbol{"Wingdings", 0xFD, U'☒'},
    Symbol{"Wingdings", 0xFE, U'☑'},   Symbol{"Wingdings 2", 0x2A, U'□'},
    Symbol{"Wingdings 2", 0x50, U'✓'}, Symbol{"Wingdings 2", 0x4F, U'✗'},
    Symbol{"Wingdings 2", 0x52, U'☑'}, Symbol{"Wingdings 2", 0x53, U'☒'},
    Symbol{"Wingdings 2", 0xA3, U'□'},
};

}  // namespace

char32_t symbol_meaning(std::string_view font, std::uint32_t code) {
  for (const Symbol& known : kSymbols) {
    // Word keeps symbols at U+F000 and up.
    if (known.font == font && known.code == (code & 0xFFU)) return known.meaning;
  }
  return code;
}

}  // namespace guidang::extract
