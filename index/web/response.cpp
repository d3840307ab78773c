// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/response.h"

#include <algorithm>

#include "index/web/url.h"
#include "pipeline/text/utf8.h"

namespace guidang::web {

std::string_view Response::header(std::string_view name) const {
  for (const auto& [known, value] : headers) {
    if (known == name) return value;
  }
  return {};
}

Response& Response::set(std::string_view name, std::string value) {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& header) { return header.first == name; });
  if (found != headers.end()) {
    found->second = std::move(value);
  } else {
    headers.emplace_back(name, std::move(value));
  }
  return *this;
}

Response redirect(std::string location, int status) {
  Response response{.status = status, .type = "text/plain; charset=utf-8"};
  response.body = location + "\n";
  response.set("Location", std::move(location));
  return response;
}

std::string attachment(std::string_view name) {
  constexpr std::string_view kUnsafe = "/\\:*?\"<>|";
  constexpr std::size_t kLongest = 150;  // a file's name is at most 255 bytes on disks
  std::string clean;
  std::size_t at = 0;
  while (at < name.size() && clean.size() < kLongest) {
    const std::size_t begin = at;
    const char32_t c = text::next(name, at);
    const bool bad = c < 0x20 || c == 0x7F || c == text::kReplacement ||
                     (c < 0x80 && kUnsafe.find(static_cast<char>(c)) != std::string_view::npos);
    clean += bad ? std::string_view("_") : name.substr(begin, at - begin);
  }
  if (clean.empty() || clean.front() == '.') clean.insert(0, "_");
  std::string ascii;
  for (const char c : clean) ascii += static_cast<unsigned char>(c) < 0x80 ? c : '_';
  return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + percent_encoded(clean);
}

}  // namespace guidang::web
