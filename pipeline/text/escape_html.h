// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guidang::text {

/// Appends text as it stands in HTML, in content and in quoted attributes. Control characters other
/// than line end and tab become blanks.
void escape_html(std::string_view text, std::string& out);

}  // namespace guidang::text
