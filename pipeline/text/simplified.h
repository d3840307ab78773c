// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guidang::text {

/// The simplified form of a traditional character (檔 → 档), any other character as it is. For
/// matching only: several characters meet in one (發 and 髮 in 发), and words that differ between
/// regions stay apart. Applying it twice changes nothing.
[[nodiscard]] char32_t simplified(char32_t code_point);

}  // namespace guidang::text
