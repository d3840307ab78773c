// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace guidang::text {

/// Where words probably begin and end in a text without blanks, in bytes, ascending, with 0 and the
/// size: ICU's dictionary of Chinese. 环保部门 gives 0, 6, 12. A guess: good for telling accidents
/// apart, never for what is found. Meant for lines; bytes that are no UTF-8 count as one character.
[[nodiscard]] std::vector<std::size_t> word_breaks(std::string_view text);

}  // namespace guidang::text
