// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/codes.h"

#include <array>

namespace guidang::review {

std::span<const CodeInfo> codes() {
  static constexpr std::array kCodes{
      CodeInfo{"RVW-101", "尚未处理完：没有要人决定的问题，但各步还没有做完",
               "not worked through yet: nothing is asked, but its stages have not all run",
               "运行 guidang run HOME", "run guidang run HOME", "DA/T 22-2015 5"}};
  return kCodes;
}

}  // namespace guidang::review
