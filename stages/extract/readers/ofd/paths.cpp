// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/paths.h"

#include <algorithm>
#include <vector>

#include "pipeline/text/utf8.h"

namespace guidang::extract::ofd {
namespace {

constexpr std::string_view kSlashes = "/\\";

/// Adds the parts of `path`; false when a `..` has nothing to leave.
bool walk(std::string_view path, std::vector<std::string_view>& parts) {
  while (!path.empty()) {
    const std::size_t slash = path.find_first_of(kSlashes);
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return false;
    } else {
      parts.pop_back();
    }
  }
  return true;
}

}  // namespace

std::optional<std::string> resolve(std::string_view folder, std::string_view location) {
  location = text::trim(location);
  std::vector<std::string_view> parts;
  const bool from_root = !location.empty() && kSlashes.find(location[0]) != std::string_view::npos;
  if (!from_root && !walk(folder, parts)) return std::nullopt;
  if (location.empty() || !walk(location, parts) || parts.empty()) return std::nullopt;
  std::string path;
  for (const std::string_view part : parts) {
    if (!path.empty()) path += '/';
    path += part;
  }
  return path;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of(kSlashes);
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_url(std::string_view location) {
  location = text::trim(location);
  const std::size_t colon = location.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  return std::ranges::all_of(location.substr(0, colon), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
  });
}

std::string folded(std::string_view name) {
  std::string out{name};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace guidang::extract::ofd
