// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/language.h"

#include <cstddef>

namespace guidang::web {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool is_language(std::string_view tag, char first, char second) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return tag.size() >= 2 && lower(tag[0]) == first && lower(tag[1]) == second &&
         (tag.size() == 2 || tag[2] == '-');
}

/// Thousandths; 0 for what cannot be read.
int quality(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  const std::string_view digits = parameters.substr(at + 2, 5);
  if (digits.starts_with('1')) return 1000;
  if (!digits.starts_with("0.")) return 0;
  int value = 0;
  int unit = 100;
  for (const char c : digits.substr(2)) {
    if (c < '0' || c > '9') break;
    value += (c - '0') * unit;
    unit /= 10;
  }
  return value;
}

}  // namespace

Language preferred_language(std::string_view accept_language) {
  int zh = 0;
  int en = 0;
  while (!accept_language.empty()) {
    const std::size_t comma = accept_language.find(',');
    const std::string_view item = accept_language.substr(0, comma);
    accept_language.remove_prefix(comma == std::string_view::npos ? accept_language.size()
                                                                  : comma + 1);
    const std::size_t semicolon = item.find(';');
    const std::string_view tag = trimmed(item.substr(0, semicolon));
    const int weight = semicolon == std::string_view::npos ? 1000 : quality(item.substr(semicolon));
    if (is_language(tag, 'z', 'h') && weight > zh) zh = weight;
    if (is_language(tag, 'e', 'n') && weight > en) en = weight;
  }
  return en > zh ? Language::en : Language::zh;
}

}  // namespace guidang::web
