// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/codes.h"

#include <array>

namespace guidang {

std::span<const CodeInfo> seal_codes() {
  static constexpr std::array kCodes{
      CodeInfo{"SEA-101", "已封存的记录有了不同的新值，留作更正建议",
               "a sealed record has a new value, kept as a proposed amendment",
               "核对后在备考表中说明；封存的值不变",
               "compare and say so in the 备考表; what was sealed stays", "DA/T 22-2015 5.6"}};
  return kCodes;
}

}  // namespace guidang
