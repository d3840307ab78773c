// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/columns.h"

#include <unicode/uchar.h>

#include "pipeline/text/utf8.h"

namespace guidang::text {

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = static_cast<UChar32>(next(text, at));
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    count += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2U : 1U;
  }
  return count;
}

}  // namespace guidang::text
