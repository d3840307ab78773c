// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/number_parts.h"

#include "pipeline/text/han_number.h"

namespace guidang::text {
namespace {

constexpr std::u32string_view kOpening = U"〔［[【（(﹝〈<「｛{";
constexpr std::u32string_view kClosing = U"〕］]】）)﹞〉>」｝}";
constexpr std::u32string_view kDashes = U"-－–‑";
constexpr std::u32string_view kRangeSigns = U"至~～—";
constexpr std::u32string_view kPlaces = U"十百千廿卅";
constexpr int kMostDigits = 5;
constexpr int kMostNumerals = 8;
constexpr int kLastTerm = 99;

bool is_figure(char32_t c) { return is_ascii_digit(c) || (c >= U'０' && c <= U'９'); }

/// 0–9, ０–９ and letters that are typed for 0.
std::optional<int> figure(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return is_zero(c) && c != U'零' ? std::optional(0) : std::nullopt;
}

bool is_numeral(char32_t c) { return digit_value(c).has_value() || is_one_of(c, kPlaces); }

std::optional<int> take_figures(Cursor& at, NumberDraft& draft) {
  int value = 0;
  int count = 0;
  for (; figure(at.peek()); ++count) {
    if (count == kMostDigits) return std::nullopt;
    const char32_t c = at.next();
    if (!is_ascii_digit(c)) draft.flaws.insert(NumberFlaw::odd_characters);
    value = value * 10 + *figure(c);
  }
  return count > 0 ? std::optional(value) : std::nullopt;
}

/// Chinese numerals, or figures among them; `han` tells whether any were Chinese.
std::optional<int> take_numerals(Cursor& at, bool& han) {
  const Cursor start = at;
  for (int i = 0; i < kMostNumerals && is_numeral(at.peek()); ++i) {
    han = !is_figure(at.next()) || han;
  }
  if (is_numeral(at.peek())) return std::nullopt;
  return parse_han_number(start.rest().substr(0, at.pos() - start.pos()));
}

/// What may follow the first figure: -1 of 7-1, 至3 of 1至3.
bool take_second(Cursor& at, NumberDraft& draft, bool dash_is_range) {
  Cursor part = at;
  const char32_t sign = part.next();
  const bool dash = is_one_of(sign, kDashes);
  if (!dash && !is_one_of(sign, kRangeSigns)) return true;
  part.take(U'第');
  bool han = false;
  const auto second = is_figure(part.peek()) ? take_figures(part, draft) : take_numerals(part, han);
  if (!second) return false;
  const bool greater = *second > draft.value.number;
  if (!dash && !greater) return false;
  at = part;
  if (!dash || (dash_is_range && greater)) {
    draft.value.last = *second;
    draft.flaws.insert(NumberFlaw::range);
  } else {
    constexpr int kMostParts = 999;
    if (*second > kMostParts) return false;
    draft.value.sub = *second;
  }
  return true;
}

}  // namespace

bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != set.npos; }

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_opening_bracket(char32_t c) { return is_one_of(c, kOpening); }

bool is_closing_bracket(char32_t c) { return is_one_of(c, kClosing); }

void take_inner_blanks(Cursor& at, NumberDraft& draft) {
  if (at.skip_blanks(kMostBlanks) > 0) draft.flaws.insert(NumberFlaw::inner_blank);
}

int skip_blanks_before(Cursor& at) {
  int gap = 0;
  for (; gap < kMostBlanks && is_blank(at.before()) && at.before() != U'\n'; ++gap) at.back();
  return gap;
}

bool take_year(Cursor& at, NumberDraft& draft) {
  int year = 0;
  int digits = 0;
  while (digits < 4) {
    const char32_t c = at.peek();
    const auto digit = digit_value(c);
    if (!digit || c == U'两') break;
    if (!is_ascii_digit(c)) draft.flaws.insert(NumberFlaw::odd_characters);
    year = year * 10 + *digit;
    ++digits;
    at.next();
  }
  draft.value.year = year;
  if (digits == 2) draft.flaws.insert(NumberFlaw::two_digit_year);
  return digits == 2 || (digits == 4 && year >= 1800 && year <= 2099);
}

bool take_number(Cursor& at, NumberDraft& draft) {
  const char32_t first = at.peek();
  bool han = false;
  const auto value = figure(first) ? take_figures(at, draft) : take_numerals(at, han);
  if (!value || *value == 0 || *value > 99'999) return false;
  if (han) draft.flaws.insert(NumberFlaw::odd_characters);
  if (figure(first) == 0) draft.flaws.insert(NumberFlaw::leading_zero);
  draft.value.number = *value;
  return take_second(at, draft, false);
}

bool take_ordinal_number(Cursor& at, NumberDraft& draft) {
  const char32_t first = at.peek();
  if (first >= U'０' && first <= U'９') draft.flaws.insert(NumberFlaw::odd_characters);
  bool han = false;
  const auto value = take_numerals(at, han);
  if (!value || *value == 0) return false;
  if (!han && figure(first) == 0) draft.flaws.insert(NumberFlaw::leading_zero);
  draft.value.number = *value;
  return take_second(at, draft, true);
}

int year_before(Cursor& at) {
  Cursor back = at;
  skip_blanks_before(back);
  if (back.before() != U'年') return 0;
  back.back();
  skip_blanks_before(back);
  int year = 0;
  int unit = 1;
  for (int i = 0; i < 4; ++i, unit *= 10) {
    const auto digit = digit_value(back.before());
    if (!digit) return 0;
    year += *digit * unit;
    back.back();
  }
  if (year < 1800 || year > 2099 || is_ascii_digit(back.before())) return 0;
  at = back;
  return year;
}

int session_before(Cursor& at) {
  Cursor back = at;
  skip_blanks_before(back);
  const bool bracket = is_closing_bracket(back.before());
  if (bracket) back.back();
  if (back.before() != U'届') return 0;
  back.back();
  const std::size_t end = back.pos();
  for (int i = 0; i < 4 && is_numeral(back.before()); ++i) back.back();
  const auto term = parse_han_number(back.rest().substr(0, end - back.pos()));
  if (!term || *term == 0 || *term > kLastTerm) return 0;
  const bool ordinal = back.before() == U'第';
  if (ordinal) back.back();
  if (!bracket && !ordinal) return 0;
  if (bracket && !is_opening_bracket(back.before())) return 0;
  if (bracket) back.back();
  at = back;
  return *term;
}

std::size_t term_length(std::string_view text, std::size_t end) {
  Cursor back(text, end);
  if (back.before() != U'届') return 0;
  back.back();
  int numerals = 0;
  for (; numerals < 4 && is_numeral(back.before()); ++numerals) back.back();
  if (numerals == 0 || back.before() != U'第') return 0;
  back.back();
  return end - back.pos();
}

std::string to_han(int number) {
  constexpr std::string_view kDigits = "一二三四五六七八九";
  constexpr std::size_t kBytes = 3;
  const auto digit = [&](int value) {
    return kDigits.substr(static_cast<std::size_t>(value - 1) * kBytes, kBytes);
  };
  std::string text;
  if (number >= 20) text += digit(number / 10);
  if (number >= 10) text += "十";
  if (number % 10 != 0) text += digit(number % 10);
  return text;
}

}  // namespace guidang::text
