// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace guidang::extract {

/// What character `code` of a symbol font shows: boxes and check marks of forms. Any other code is
/// given as it is.
[[nodiscard]] char32_t symbol_meaning(std::string_view font, std::uint32_t code);

}  // namespace guidang::extract
