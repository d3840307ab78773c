// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_text.h"

#include <fmt/format.h>

#include "pipeline/calendar/date.h"
#include "pipeline/text/document_number.h"

namespace guidang::lists {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string natural_key(std::string_view text) {
  constexpr std::size_t kWidth = 10;
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      key += text[at++];
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at < kWidth) key.append(kWidth - (end - at), '0');
    key.append(text.substr(at, end - at));
    at = end;
  }
  return key;
}

std::string number_key(std::string_view document_number) {
  const auto number = text::parse_document_number(document_number);
  if (!number || number->form != text::NumberForm::bracketed) {
    return "9" + natural_key(document_number);
  }
  return fmt::format("1{}\x1f{:04}\x1f{:09}\x1f{:09}", number->code, number->year, number->number,
                     number->sub.value_or(0));
}

std::string bracketed_value(const Description& description, std::string_view name) {
  const Field* field = description.find(name);
  if (field == nullptr) return {};
  const bool made_up = field->source == "derived" || field->source == "file name";
  return made_up ? "[" + field->values.front() + "]" : field->values.front();
}

std::string joined_value(const Description& description, std::string_view name) {
  const Field* field = description.find(name);
  return field == nullptr ? std::string() : fmt::format("{}", fmt::join(field->values, "、"));
}

int year_of(std::string_view iso) {
  const auto day = parse_iso(iso);
  return day ? static_cast<int>(day->year()) : 0;
}

void add_remark(std::string& remarks, std::string_view further) {
  if (further.empty()) return;
  if (!remarks.empty()) remarks += "；";
  remarks += further;
}

}  // namespace guidang::lists
