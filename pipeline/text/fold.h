// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guidang::text {

/// For matching only, never for keeping: NFKC with case folding and without ignorable characters
/// (zero-width ones), then without blanks. 〇, ○, 零 and O stay apart: only a reader of numbers
/// knows when they are zeros. Bytes that are no UTF-8 stay as they are, here and below.
[[nodiscard]] std::string fold(std::string_view text);

/// As `fold`, but each run of blanks becomes one space; none at the ends.
[[nodiscard]] std::string fold_keep_blanks(std::string_view text);

/// Canonical composition (NFC): the same characters, one spelling. For keeping.
[[nodiscard]] std::string nfc(std::string_view text);

}  // namespace guidang::text
