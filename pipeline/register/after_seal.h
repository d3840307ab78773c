// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace guidang {

/// Fields whose decisions count at once even when the record is sealed: what became of a record and
/// who may see it is not what was sealed. Decisions on all others are proposed amendments then.
inline constexpr std::array<std::string_view, 4> kCountAfterSeal{"archive_number", "control",
                                                                 "opening", "withdraw"};

[[nodiscard]] constexpr bool counts_after_seal(std::string_view field) {
  return std::find(kCountAfterSeal.begin(), kCountAfterSeal.end(), field) != kCountAfterSeal.end();
}

/// They, for an SQL `IN`.
[[nodiscard]] inline std::string fields_after_seal() {
  std::string list;
  for (const std::string_view field : kCountAfterSeal) {
    list += (list.empty() ? "('" : ", '") + std::string(field) + "'";
  }
  return list + ")";
}

}  // namespace guidang
