// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guidang::files {

/// A file name or path fit to be shown: valid UTF-8 on one line that reads as it is written. Bytes
/// that are not UTF-8 become `\xNN`; control, bidirectional and invisible characters (U+202E makes
/// `gpj.exe` look like `exe.jpg`) become `\u{202E}`; a backslash becomes `\\`, so no two names look
/// alike by escaping.
std::string display_name(std::string_view raw);

}  // namespace guidang::files
