// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace guidang::text {

/// How much a text looks like Chinese.
struct Plausibility {
  double share = 0;         ///< 1 for common characters and punctuation only, about 0 for mojibake
  std::size_t counted = 0;  ///< characters above ASCII, which alone are counted
};

/// Judges UTF-8 text. Right Chinese text has a share near 0.9, text in the wrong encoding below
/// 0.4.
[[nodiscard]] Plausibility chinese_plausibility(std::string_view text);

}  // namespace guidang::text
