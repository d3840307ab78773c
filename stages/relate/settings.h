// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "pipeline/profile/element.h"

namespace guidang::relate {

/// Section `relate` of the profile: `<relate near="0.9" shortest="300"/>`.
struct Settings {
  /// Two texts are near duplicates when of all their pieces of five characters at least this share
  /// stands in both. One changed character of a text of n takes about 10/n away.
  double near = 0.9;
  /// Different pieces that a text must have before it is compared: short forms share their frame.
  std::size_t shortest = 300;
  std::string digest{};  ///< of the section's content
};

/// Throws the Failure of a profile that cannot be used.
[[nodiscard]] Settings read_settings(const profile::Element& section);

}  // namespace guidang::relate
