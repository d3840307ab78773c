// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::web {

/// Percent-decoded; nothing when a `%` is not followed by two digits, or when the bytes are not
/// UTF-8 or hold a control character. `plus` reads `+` as a blank, as in queries.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, bool plus = false);

/// All but unreserved characters (RFC 3986) as percent and two digits: fit for one segment of a
/// path and for a value in a query.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// A path out of segments, each encoded: {"record", "X001-1"} gives `/record/X001-1`.
[[nodiscard]] std::string path_of(const std::vector<std::string>& segments);

/// The segments of an absolute path, decoded; nothing when it is not one, or when a segment is
/// empty (but for a lone last slash), `.`, `..` or cannot be decoded. `/` has none. A slash that
/// was encoded belongs to its segment.
[[nodiscard]] std::optional<std::vector<std::string>> segments_of(std::string_view path);

}  // namespace guidang::web
