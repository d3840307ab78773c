// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "stages/receive/settings.h"

namespace guidang::receive {

/// What the end of a file's name says: `X_附件2` is the second attachment of X.
struct SuffixMatch {
  std::string base{};  ///< X
  Role role = Role::attachment;
  int number = 0;  ///< 0 when none is written
};

/// The longest X that `exists` such that `stem` is X and a suffix; nothing when there is none.
[[nodiscard]] std::optional<SuffixMatch> match_suffix(
    std::string_view stem, const Settings& settings,
    const std::function<bool(std::string_view)>& exists);

}  // namespace guidang::receive
