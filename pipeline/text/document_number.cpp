// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/document_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/text/fold.h"
#include "pipeline/text/han_number.h"
#include "pipeline/text/number_reader.h"

namespace guidang::text {
namespace {

std::string_view without_label(std::string_view field) {
  field = trim(field);
  for (const std::string_view label : {"发文字号", "文号", "字号", "编号"}) {
    if (!field.starts_with(label)) continue;
    const std::string_view rest = trim(field.substr(label.size()));
    for (const std::string_view colon : {"：", ":"}) {
      if (rest.starts_with(colon)) return trim(rest.substr(colon.size()));
    }
  }
  return field;
}

/// （凤政办发〔2023〕6号): brackets and book marks that set a number off.
std::string_view unwrapped(std::string_view field) {
  struct Pair {
    std::string_view open{};
    std::string_view close{};
  };
  constexpr std::array kPairs{Pair{"（", "）"}, Pair{"(", ")"}, Pair{"《", "》"}, Pair{"【", "】"}};
  for (const Pair& pair : kPairs) {
    if (!field.starts_with(pair.open) || !field.ends_with(pair.close)) continue;
    const std::string_view inner =
        field.substr(pair.open.size(), field.size() - pair.open.size() - pair.close.size());
    // （81）国函字第12号（补） is not set off.
    if (inner.find(pair.close) == inner.npos) return trim(inner);
  }
  return field;
}

/// Removes （总第12期）, which counts a serial's issues over the years.
void strip_running_total(std::string_view& field) {
  std::string_view rest = field;
  for (const std::string_view close : {"）", ")"}) {
    if (rest.ends_with(close)) rest.remove_suffix(close.size());
  }
  constexpr std::string_view kIssue = "期";
  constexpr std::string_view kTotal = "总第";
  if (!rest.ends_with(kIssue)) return;
  rest.remove_suffix(kIssue.size());
  const std::size_t at = rest.rfind(kTotal);
  if (at == rest.npos || !parse_han_number(rest.substr(at + kTotal.size()))) return;
  rest = rest.substr(0, at);
  for (const std::string_view open : {"（", "("}) {
    if (rest.ends_with(open)) rest.remove_suffix(open.size());
  }
  rest = trim(rest);
  if (rest.ends_with(kIssue)) field = rest;
}

/// Removes 文 or 文件 behind 号, and （总第12期）; whether 文 was there.
bool strip_end(std::string_view& field) {
  for (const std::string_view word : {"文件", "文"}) {
    constexpr std::string_view kSign = "号";
    const std::string_view rest =
        field.substr(0, field.size() - std::min(word.size(), field.size()));
    if (!field.ends_with(word) || !rest.ends_with(kSign)) continue;
    field = rest;
    return true;
  }
  strip_running_total(field);
  return false;
}

}  // namespace

std::string DocumentNumber::to_text() const {
  std::string text = std::to_string(number);
  if (sub) text += fmt::format("-{}", *sub);
  if (last) text += fmt::format("至{}", *last);
  switch (form) {
    case NumberForm::ordinal:
      return session == 0 ? fmt::format("{}第{}号", code, text)
                          : fmt::format("{}（{}届）第{}号", code, to_han(session), text);
    case NumberForm::yearly:
      return fmt::format("{}{}年第{}号", code, year, text);
    case NumberForm::issue:
      return year == 0 ? fmt::format("{}第{}期", code, text)
                       : fmt::format("{}{}年第{}期", code, year, text);
    case NumberForm::bracketed:
      break;
  }
  return fmt::format("{}〔{:02}〕{}{}号", code, year, supplement ? "补" : "", text);
}

bool FoundNumber::has(NumberFlaw flaw) const {
  return std::ranges::find(flaws, flaw) != flaws.end();
}

std::vector<FoundNumber> find_document_numbers(std::string_view text,
                                               std::span<const std::string> known_codes) {
  return NumberReader(text, known_codes, false).all();
}

std::optional<FoundNumber> read_document_number(std::string_view field) {
  constexpr std::size_t kLongestField = 512;
  if (field.size() > kLongestField) return std::nullopt;
  field = unwrapped(without_label(field));
  const bool surplus = strip_end(field);
  if (field.empty()) return std::nullopt;
  auto found = NumberReader(field, {}, true).all();
  if (found.size() != 1 || found[0].offset != 0 || found[0].length != field.size()) {
    return std::nullopt;
  }
  FoundNumber& number = found[0];
  if (surplus) {
    const auto& flaws = number.flaws;
    number.flaws.insert(std::ranges::lower_bound(flaws, NumberFlaw::surplus_word),
                        NumberFlaw::surplus_word);
  }
  return std::move(number);
}

std::optional<DocumentNumber> parse_document_number(std::string_view field) {
  auto found = read_document_number(field);
  if (!found || found->suggested) return std::nullopt;
  return std::move(found->value);
}

std::string matching_key(std::string_view field) {
  const auto number = parse_document_number(field);
  return fold(number ? number->to_text() : field);
}

}  // namespace guidang::text
