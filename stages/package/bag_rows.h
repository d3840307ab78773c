// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

/// What the rows of a verification's sorter look like; for the files of BagCheck only.
namespace guidang::bag {

inline constexpr std::string_view kPayload = "data/";
inline constexpr std::string_view kOnDisk = "0";
inline constexpr std::string_view kListed = "1";
inline constexpr std::string_view kFetched = "2";
inline constexpr char kCut = '\0';  // the one byte that no path has

/// "manifest-md5.txt:5"; without the line when it is 0.
inline std::string at_line(std::string_view file, std::size_t line) {
  return line == 0 ? std::string(file) : fmt::format("{}:{}", file, line);
}

}  // namespace guidang::bag
