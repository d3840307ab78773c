// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/text/document_number.h"

namespace guidang::text {

/// The most characters a code (机关代字, or an organ's name with 令) has.
inline constexpr int kLongestCode = 20;

/// Where the code that ends at byte `end` begins: back over letters and Han, at most kLongestCode
/// of them, then without the words of running text before it.
[[nodiscard]] std::size_t code_start(std::string_view text, std::size_t end, NumberForm form,
                                     std::span<const std::string> known_codes);

/// The code with full-width letters made ASCII, and whether there were any.
[[nodiscard]] std::string plain_code(std::string_view code, bool& changed);

/// Whether documents are numbered under such a code without a year: 令, 公告, 通告 …
[[nodiscard]] bool is_ordinal_code(std::string_view code);

/// Whether a code ends as those of bracketed numbers do: 发, 函, 办, 字 …
[[nodiscard]] bool ends_as_agency_code(std::string_view code);

/// Whether a code names a serial: 简报, 专报 …
[[nodiscard]] bool is_serial_code(std::string_view code);

}  // namespace guidang::text
