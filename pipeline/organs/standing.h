// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace guidang {

/// How an organ stands to the office whose archive this is (seed classes of incoming documents).
enum class Standing : std::uint8_t {
  unknown,
  own,          ///< the office itself, or the organ whose office it is
  superior,     ///< 上级
  peer,         ///< 同级, 不相隶属
  subordinate,  ///< 下级
  outside       ///< no organ: societies, enterprises, citizens
};

/// "unknown" "own" "superior" "peer" "subordinate" "outside".
[[nodiscard]] std::string_view to_text(Standing standing);

}  // namespace guidang
