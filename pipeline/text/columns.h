// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace guidang::text {

/// Columns that UTF-8 text takes on a terminal: ideographs and full-width signs take two.
[[nodiscard]] std::size_t columns(std::string_view text);

}  // namespace guidang::text
