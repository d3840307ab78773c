// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/text/document_number.h"

namespace guidang::text {

/// The most characters a code (机关代字, or one organ's name with 令) has.
inline constexpr int kLongestCode = 32;

/// Where the code that ends at byte `end` begins: back over letters and Han, at most kLongestCode
/// of them, then without the words of running text before it. Organs that issue an order jointly
/// (财政部、税务总局公告) belong to it.
[[nodiscard]] std::size_t code_start(std::string_view text, std::size_t end, NumberForm form,
                                     std::span<const std::string> known_codes);

/// Where the code that begins at byte `start`, behind its year, ends; `start` when there is none.
[[nodiscard]] std::size_t code_end(std::string_view text, std::size_t start);

/// The code with full-width letters made ASCII, its brackets full-width and one blank between
/// organs; and whether letters were changed.
[[nodiscard]] std::string plain_code(std::string_view code, bool& changed);

/// Whether documents are numbered under such a code without a year: 令, 公告, 通告 …
[[nodiscard]] bool is_ordinal_code(std::string_view code);

/// Whether a code ends as those of bracketed numbers do: 发, 函, 办, 字 …
[[nodiscard]] bool ends_as_agency_code(std::string_view code);

/// Whether a code names a serial: 简报, 专报 …
[[nodiscard]] bool is_serial_code(std::string_view code);

}  // namespace guidang::text
