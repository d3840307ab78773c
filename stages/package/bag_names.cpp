// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/bag_names.h"

#include <algorithm>

namespace guidang::bag {
namespace {

constexpr std::string_view kBlanks = " \t";

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::string decode(std::string_view written) {
  std::string out;
  out.reserve(written.size());
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '%' && i + 2 < written.size()) {
      const char high = written[i + 1];
      const char low = static_cast<char>(written[i + 2] | 0x20);
      const char decoded = high == '0' && low == 'a'              ? '\n'
                           : high == '0' && low == 'd'            ? '\r'
                           : high == '2' && written[i + 2] == '5' ? '%'
                                                                  : '\0';
      if (decoded != '\0') {
        out += decoded;
        i += 2;
        continue;
      }
    }
    out += written[i];
  }
  return out;
}

/// Without `./` at the front; nothing when a part is empty, `.` or `..`.
std::optional<std::string> inside(std::string_view name, bool& unusual) {
  while (name.starts_with("./")) {
    name.remove_prefix(2);
    unusual = true;
  }
  const bool drive = name.size() > 1 && name[1] == ':';
  if (name.empty() || name.front() == '/' || name.front() == '~' || name.front() == '\\' || drive ||
      name.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  std::size_t start = 0;
  while (start <= name.size()) {
    const std::size_t end = std::min(name.find('/', start), name.size());
    const std::string_view part = name.substr(start, end - start);
    if (part.empty() || part == "." || part == "..") return std::nullopt;
    start = end + 1;
  }
  return std::string(name);
}

}  // namespace

std::optional<BagName> read_name(std::string_view written) {
  BagName name;
  const auto plain = inside(written, name.unusual);
  const auto path = inside(decode(written), name.unusual);
  if (!plain || !path) return std::nullopt;
  name.plain = *plain;
  name.path = *path;
  return name;
}

std::string write_name(std::string_view path) {
  std::string out;
  for (const char c : path) {
    switch (c) {
      case '\n':
        out += "%0A";
        break;
      case '\r':
        out += "%0D";
        break;
      case '%':
        out += "%25";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::optional<ManifestLine> read_manifest_line(std::string_view line, std::size_t digits) {
  ManifestLine read;
  const std::size_t end = line.find_first_of(kBlanks);
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::size_t name = line.find_first_not_of(kBlanks, end);
  if (name == std::string_view::npos) return std::nullopt;
  for (const char c : line.substr(0, end)) {
    if (!is_hex(c)) return std::nullopt;
    read.digest += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (digits != 0 && read.digest.size() != digits) return std::nullopt;
  read.name = line.substr(name);
  if (read.name.size() > 1 && read.name.front() == '*') {
    read.name.remove_prefix(1);
    read.starred = true;
  }
  return read;
}

std::optional<FetchLine> read_fetch_line(std::string_view line) {
  FetchLine read;
  for (std::string_view* part : {&read.url, &read.length}) {
    const std::size_t end = line.find_first_of(kBlanks);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    *part = line.substr(0, end);
    const std::size_t next = line.find_first_not_of(kBlanks, end);
    if (next == std::string_view::npos) return std::nullopt;
    line.remove_prefix(next);
  }
  const bool number = std::all_of(read.length.begin(), read.length.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (!number && read.length != "-") return std::nullopt;
  read.name = line;
  return read;
}

}  // namespace guidang::bag
