// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guidang::extract {

/// A header's raw value as UTF-8 on one line. Encoded words (RFC 2047) that follow each other in
/// one encoding are joined as bytes first, since mailers cut characters in two; bytes that nothing
/// declares are decoded as text is. Trimmed.
[[nodiscard]] std::string header_text(std::string_view raw);

/// The value of a parameter (`name`, `filename`) of a raw header, still encoded as `header_text`
/// takes it; "" when it is absent or in the form of RFC 2231.
[[nodiscard]] std::string raw_parameter(std::string_view raw, std::string_view name);

}  // namespace guidang::extract
