// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/clean.h"

#include <fmt/format.h>

#include "pipeline/text/utf8.h"

namespace guidang::forms {
namespace {

bool has_no_sign(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  if (c == 0x061C || c == 0x200E || c == 0x200F) return true;
  if ((c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
  if (c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)) return true;
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

bool is_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  }
  return true;
}

std::string_view without_zero(std::string_view two) {
  return two.front() == '0' ? two.substr(1) : two;
}

}  // namespace

std::string clean(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  std::size_t at = 0;
  while (at < value.size()) {
    const char32_t c = text::next(value, at);
    if (c == '\r') {
      if (at >= value.size() || value[at] != '\n') out += '\n';
    } else if (c == '\n') {
      out += '\n';
    } else if (c == '\t') {
      out += ' ';
    } else {
      text::append(out, has_no_sign(c) ? text::kReplacement : c);
    }
  }
  return out;
}

std::string show_date(std::string value, DateForm form) {
  if (form == DateForm::as_given || form == DateForm::iso) return value;
  std::string_view inner = value;
  const bool bracketed = inner.starts_with('[') && inner.ends_with(']') && inner.size() > 2;
  if (bracketed) inner = inner.substr(1, inner.size() - 2);
  if (!is_iso(inner)) return value;
  const std::string_view year = inner.substr(0, 4);
  const std::string_view month = inner.substr(5, 2);
  const std::string_view day = inner.substr(8, 2);
  std::string shown;
  if (form == DateForm::compact) {
    shown = fmt::format("{}{}{}", year, month, day);
  } else if (form == DateForm::dots) {
    shown = fmt::format("{}.{}.{}", year, without_zero(month), without_zero(day));
  } else {
    shown = fmt::format("{}年{}月{}日", year, without_zero(month), without_zero(day));
  }
  return bracketed ? "[" + shown + "]" : shown;
}

}  // namespace guidang::forms
