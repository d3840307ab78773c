// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/order.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/number/former_codes.h"
#include "pipeline/text/document_number.h"

namespace guidang::arrange {
namespace {

/// Above every character of UTF-8: what is not known comes last.
constexpr std::string_view kLast = "\xff";

std::string number_key(std::string_view written) {
  if (written.empty()) return std::string(kLast);
  const auto number = text::parse_document_number(written);
  if (!number) return text::matching_key(written);
  return fmt::format("{}{}{:04}{:010}{:010}", number->code, kEnd, number->year, number->number,
                     number->sub.value_or(0));
}

}  // namespace

std::string place_key(const View& item) {
  constexpr std::size_t kWidth = 10;
  const auto it = item.decisions().find(kPlaceDecision);
  if (it == item.decisions().end() || it->second.value.empty()) return std::string(kLast) + kEnd;
  const std::string& place = it->second.value;
  return std::string(kWidth - std::min(kWidth, place.size()), '0') + place + kEnd;
}

Order::Order(const profile::Element& arrange_section) : words_(arrange_section.words("order")) {
  if (words_.empty()) words_ = {"date", "number", "title"};
  for (const std::string& word : words_) {
    if (word != "date" && word != "number" && word != "title") {
      throw arrange_section.flaw(word, "date, number, title");
    }
  }
}

std::string Order::key(const View& item) const {
  const auto* description = item.main().find<Description>();
  const auto value = [&](std::string_view field) {
    return description == nullptr ? std::string_view{} : description->value(field);
  };
  std::string key;
  for (const std::string& word : words_) {
    if (word == "number") {
      key += number_key(value("document_number"));
    } else {
      const std::string_view text = value(word);
      key += text.empty() ? kLast : text;
    }
    key += kEnd;
  }
  return key;
}

}  // namespace guidang::arrange
