// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace guidang::index {

/// How a character comes to be written for another, the surest first.
enum class Likeness {
  sound_and_shape,  ///< 汛 and 讯
  sound,            ///< typed by pinyin: 事 and 是
  shape,            ///< read or recognised wrongly: 项 and 顶
  near_sound,       ///< zh and z, n and l, ang and an …
  none
};

[[nodiscard]] Likeness likeness(char32_t one, char32_t other);

/// Characters that may have been meant by this one, of every likeness but `none`; without itself.
[[nodiscard]] std::u32string alike(char32_t character);

}  // namespace guidang::index
