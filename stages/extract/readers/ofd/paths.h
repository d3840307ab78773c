// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guidang::extract::ofd {

/// The path within the package that a location (ST_Loc, GB/T 33190-2016 §7.3) means when it stands
/// in a file of `folder`: from the root when it begins with a slash, else from the folder. Blanks
/// at the ends do not count, a backslash is a slash, `.` and empty parts vanish. Nothing when it
/// leads out of the package or to nothing.
[[nodiscard]] std::optional<std::string> resolve(std::string_view folder,
                                                 std::string_view location);

/// What is before the last slash; "" for a file at the root.
[[nodiscard]] std::string_view folder_of(std::string_view path);
/// What is behind the last slash or backslash.
[[nodiscard]] std::string_view file_name(std::string_view path);

/// `http://…`, `file:…`: a place outside of any package.
[[nodiscard]] bool is_url(std::string_view location);

/// ASCII letters in lower case: how names are compared when nothing fits exactly.
[[nodiscard]] std::string folded(std::string_view name);

}  // namespace guidang::extract::ofd
