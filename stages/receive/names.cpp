// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/names.h"

#include <algorithm>
#include <vector>

#include "pipeline/text/decode.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::receive {
namespace {

constexpr std::size_t kLongestExtension = 5;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_n = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_n = n;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      (void)text::next(name, n);
    } else if (p < pattern.size() && lower(pattern[p]) == lower(name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++star_n;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::string name_text(std::string_view raw) {
  return text::nfc(text::is_utf8(raw) ? std::string{raw} : text::decode(raw).text);
}

std::string_view base_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

NameParts split_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {.stem = name};
  const std::string_view extension = name.substr(dot + 1);
  const bool plain = std::all_of(extension.begin(), extension.end(),
                                 [](char c) { return is_letter(c) || is_digit(c); });
  const bool lettered = std::any_of(extension.begin(), extension.end(), is_letter);
  if (!plain || !lettered || extension.size() > kLongestExtension) return {.stem = name};
  return {.stem = name.substr(0, dot), .extension = extension};
}

std::vector<std::string_view> split_list(std::string_view value) {
  std::vector<std::string_view> items;
  std::size_t start = 0;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next(value, at);
    if (std::u32string_view{U";,|；，、\r\n"}.find(c) == std::u32string_view::npos) continue;
    items.push_back(value.substr(start, begin - start));
    start = at;
  }
  items.push_back(value.substr(start));
  return items;
}

std::string resolve_path(std::string_view folder, std::string_view written) {
  std::string path{written};
  std::replace(path.begin(), path.end(), '\\', '/');
  if (path.empty() || path.front() == '/' || (path.size() > 1 && path[1] == ':')) return {};
  if (!folder.empty()) path.insert(0, std::string{folder} + '/');
  std::vector<std::string_view> kept;
  const std::string_view all = path;
  for (std::size_t at = 0; at <= all.size();) {
    const std::size_t end = std::min(all.find('/', at), all.size());
    const std::string_view part = all.substr(at, end - at);
    if (part == "..") {
      if (kept.empty()) return {};
      kept.pop_back();
    } else if (!part.empty() && part != ".") {
      kept.push_back(part);
    }
    at = end + 1;
  }
  std::string resolved;
  for (const std::string_view part : kept) {
    if (!resolved.empty()) resolved += '/';
    resolved += part;
  }
  return resolved;
}

}  // namespace guidang::receive
