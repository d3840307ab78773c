// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pipeline/forms/layout.h"

namespace guidang::forms {

/// A value as it may be printed. CR LF and CR become LF, a tab a blank; what has no sign on paper
/// (control characters, bidirectional controls, bytes that are not UTF-8, non-characters) becomes
/// U+FFFD: seen, and never obeyed.
[[nodiscard]] std::string clean(std::string_view value);

/// `2023-08-30` in another form, with or without [ ] around it; what is no such date stays.
[[nodiscard]] std::string show_date(std::string value, DateForm form);

}  // namespace guidang::forms
