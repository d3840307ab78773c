// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/date.h"

#include <algorithm>
#include <array>

#include "pipeline/text/cursor.h"
#include "pipeline/text/han_number.h"

namespace guidang::text {
namespace {

/// Blanks borne between the parts of one date; typesetting and broken lines make some.
constexpr int kMostBlanks = 4;

bool is_arabic(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

/// A digit for sure: O, ○ and the like count as zero only inside a number.
bool is_plain_digit(char32_t c) {
  constexpr std::u32string_view kHan = U"〇零一二三四五六七八九";
  return is_arabic(c) || kHan.find(c) != kHan.npos;
}

bool is_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

/// What a reader at one place came to: a date, one that is none, or nothing (both empty).
struct Reading {
  std::optional<FoundDate> found;
  std::optional<BadDate> bad;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Dates all() {
    Cursor at(text_);
    while (!at.at_end()) {
      const char32_t c = at.peek();
      Reading reading;
      if (c == U'民') {
        reading = republic(at);
      } else if (is_plain_digit(c) && !is_plain_digit(at.before())) {
        reading = dated(at);
      }
      if (reading.found) {
        at = Cursor(text_, reading.found->offset + reading.found->length);
        dates_.found.push_back(*reading.found);
      } else if (reading.bad) {
        at = Cursor(text_, reading.bad->offset + reading.bad->length);
        dates_.bad.push_back(std::move(*reading.bad));
      } else {
        at.next();
      }
    }
    return std::move(dates_);
  }

 private:
  Reading bad(const Cursor& from, const Cursor& to, DateFlaw flaw) const {
    const std::size_t size = to.pos() - from.pos();
    return {{}, BadDate{std::string(text_.substr(from.pos(), size)), from.pos(), size, flaw}};
  }

  Reading result(const Cursor& from, const Cursor& to, int year, int month, int day,
                 DateForm form) const {
    if (const auto date = make_date(year, month, day)) {
      return {FoundDate{*date, from.pos(), to.pos() - from.pos(), form}, {}};
    }
    // 2023.15.40 is some other number; 2023.2.30 is a mistaken date.
    const bool words = form == DateForm::han || form == DateForm::arabic;
    if (words || (month >= 1 && month <= 12 && day >= 1 && day <= 31)) {
      return bad(from, to, DateFlaw::impossible);
    }
    return {};
  }

  Reading dated(const Cursor& from) const {
    Cursor at = from;
    bool han = false;
    const auto year = read_year(at, han);
    if (!year) return compact(from);
    const Cursor behind_year = at;
    at.skip_blanks(kMostBlanks);
    if (at.take(U'年')) return month_and_day(from, at, *year, han);
    if (han) return {};
    if (const auto reading = separated(from, behind_year, *year); reading.found || reading.bad) {
      return reading;
    }
    return compact(from);
  }

  /// Four digits 1000–2999; blanks between them only when they are Chinese.
  static std::optional<int> read_year(Cursor& at, bool& han) {
    int year = 0;
    for (int i = 0; i < 4; ++i) {
      if (i > 0 && han) at.skip_blanks(2);
      const char32_t c = at.peek();
      const auto digit = digit_value(c);
      if (!digit || c == U'两') return std::nullopt;
      if (!is_arabic(c) && *digit != 0) han = true;
      year = year * 10 + *digit;
      at.next();
    }
    if (is_plain_digit(at.peek()) && (!han || !is_arabic(at.peek()))) return std::nullopt;
    return year >= 1000 && year <= 2999 ? std::optional(year) : std::nullopt;
  }

  Reading month_and_day(const Cursor& from, Cursor at, int year, bool han) const {
    DateFlaw flaw = DateFlaw::impossible;
    bool rejected = counted_otherwise(from, flaw);
    at.skip_blanks(kMostBlanks);
    for (const std::string_view word : {"农历", "阴历", "夏历", "旧历", "（农历）"}) {
      if (!at.take(word)) continue;
      flaw = DateFlaw::lunar;
      rejected = true;
    }
    bool lunar = false;
    const auto month = read_part(at, U'月', han, lunar);
    if (!month) return {};
    at.skip_blanks(kMostBlanks);
    const auto day = read_part(at, U'日', han, lunar);
    if (lunar) return bad(from, at, DateFlaw::lunar);
    if (!day) return {};
    if (rejected) return bad(from, at, flaw);
    return result(from, at, year, *month, *day, han ? DateForm::han : DateForm::arabic);
  }

  /// A number of one to three characters and the word behind it. A lunar part (正月, 初五) is told
  /// by `lunar` and needs no 日.
  static std::optional<int> read_part(Cursor& at, char32_t word, bool& han, bool& lunar) {
    const Cursor start = at;
    constexpr std::u32string_view kLunarMonths = U"正冬腊闰";
    const char32_t first = at.peek();
    if (word == U'月' && kLunarMonths.find(first) != kLunarMonths.npos) {
      at.next();
      if (first == U'闰') at.next();
      lunar = at.take(U'月');
      if (lunar) return 1;
      at = start;
      return std::nullopt;
    }
    if (word == U'日' && at.take(U'初')) {
      if (digit_value(at.peek()) || at.peek() == U'十') {
        at.next();
        lunar = true;
        at.take(U'日');
        return 1;
      }
      at = start;
      return std::nullopt;
    }
    if (word == U'月' && at.take(U'元')) {
      at.skip_blanks(kMostBlanks);
      if (at.take(word)) return 1;
      at = start;
      return std::nullopt;
    }
    const std::size_t begin = at.pos();
    const bool arabic = is_arabic(first);
    bool chinese = false;
    std::size_t end = begin;
    for (int count = 0; count < 3; ++count) {
      const char32_t c = at.peek();
      const bool place = c == U'十' || c == U'廿' || c == U'卅';
      if (!digit_value(c) && !place) break;
      if (!is_arabic(c) && !is_zero(c)) chinese = true;
      at.next();
      end = at.pos();
      if (!arabic) at.skip_blanks(2);
    }
    at.skip_blanks(kMostBlanks);
    const auto number = parse_han_number(start.rest().substr(0, end - begin));
    if (!number || !at.take(word)) {
      at = start;
      return std::nullopt;
    }
    han = han || chinese;
    return number;
  }

  /// 2006-04-14, 2006.4.14, 2006/4/14 and 2006、2、14、
  Reading separated(const Cursor& from, Cursor at, int year) const {
    const char32_t separator = at.peek();
    const auto form = form_of(separator);
    if (!form || joined(from.before())) return {};
    at.next();
    const auto month = one_or_two_digits(at);
    if (!month || at.peek() != separator) return {};
    at.next();
    const auto day = one_or_two_digits(at);
    if (!day) return {};
    if (*form == DateForm::catalogue && !at.take(separator)) return {};
    if (is_arabic(at.peek())) return {};
    if (*form != DateForm::catalogue && at.peek() == separator) {
      Cursor further = at;
      further.next();
      if (is_arabic(further.peek())) return {};
    }
    return result(from, at, year, *month, *day, *form);
  }

  static std::optional<DateForm> form_of(char32_t separator) {
    switch (separator) {
      case U'-':
      case U'－':
      case 0x2010:  // hyphens and dashes of word processors
      case 0x2011:
      case 0x2013:
        return DateForm::hyphens;
      case U'.':
      case U'．':
        return DateForm::dots;
      case U'/':
      case U'／':
        return DateForm::slashes;
      case U'、':
        return DateForm::catalogue;
      default:
        return std::nullopt;
    }
  }

  /// A character that makes the digits behind it part of something longer: a path, a version.
  static bool joined(char32_t c) {
    return c == U'.' || c == U'-' || c == U'/' || c == U'\\' || c == U'_' || is_letter(c);
  }

  static std::optional<int> one_or_two_digits(Cursor& at) {
    int value = 0;
    int count = 0;
    while (count < 2 && is_arabic(at.peek())) {
      value = value * 10 + *digit_value(at.next());
      ++count;
    }
    return count > 0 ? std::optional(value) : std::nullopt;
  }

  /// 20060414 between blanks, ends or marks; nothing at all when it is no day, since most numbers
  /// of eight digits are no dates.
  Reading compact(const Cursor& from) const {
    Cursor at = from;
    std::array<int, 8> digit{};
    for (int& value : digit) {
      const char32_t c = at.peek();
      if (c < U'0' || c > U'9') return {};
      value = static_cast<int>(c - U'0');
      at.next();
    }
    if (!parts_token(from.before()) || !parts_token(at.peek())) return {};
    const int year = digit[0] * 1000 + digit[1] * 100 + digit[2] * 10 + digit[3];
    if (year < 1900 || year > 2099) return {};
    const auto date = make_date(year, digit[4] * 10 + digit[5], digit[6] * 10 + digit[7]);
    if (!date) return {};
    return {FoundDate{*date, from.pos(), at.pos() - from.pos(), DateForm::compact}, {}};
  }

  static bool parts_token(char32_t c) {
    constexpr std::u32string_view kMarks = U",;:()[]，；：。、（）【】〔〕|｜";
    return c == 0 || is_blank(c) || kMarks.find(c) != kMarks.npos;
  }

  /// Whether words before the year say that it is no year, or no calendar, of ours.
  bool counted_otherwise(const Cursor& from, DateFlaw& flaw) const {
    Cursor at = from;
    for (int i = 0; i < kMostBlanks && is_blank(at.before()); ++i) at.back();
    const std::string_view before = text_.substr(0, at.pos());
    if (before.ends_with("民国") || before.ends_with("公元前")) {
      flaw = DateFlaw::era;
      return true;
    }
    for (const std::string_view word : {"农历", "阴历", "夏历", "旧历"}) {
      if (!before.ends_with(word)) continue;
      flaw = DateFlaw::lunar;
      return true;
    }
    return false;
  }

  /// 民国三十八年十月一日
  Reading republic(const Cursor& from) const {
    Cursor at = from;
    if (!at.take("民国")) return {};
    at.skip_blanks(kMostBlanks);
    int characters = 0;
    while (characters < 4 && (digit_value(at.peek()) || at.peek() == U'十' || at.peek() == U'元' ||
                              at.peek() == U'廿' || at.peek() == U'卅')) {
      at.next();
      ++characters;
    }
    at.skip_blanks(kMostBlanks);
    if (characters == 0 || !at.take(U'年')) return {};
    bool han = false;
    bool lunar = false;
    at.skip_blanks(kMostBlanks);
    if (!read_part(at, U'月', han, lunar)) return {};
    at.skip_blanks(kMostBlanks);
    if (!read_part(at, U'日', han, lunar)) return {};
    return bad(from, at, DateFlaw::era);
  }

  std::string_view text_;
  Dates dates_;
};

/// What may stand behind the date of a field.
bool is_tail(std::string_view tail) {
  tail = trim(tail);
  for (const std::string_view word :
       {"", "。", "、", ".", "印发", "印制", "印", "成文", "签发", "发布", "公布", "发"}) {
    if (tail == word) return true;
  }
  // The time of day that spreadsheets add.
  const bool clock = std::ranges::all_of(tail, [](char c) {
    return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == 'T' || c == 'Z';
  });
  return clock && tail.size() <= 16 && tail.find(':') != tail.npos;
}

}  // namespace

Dates find_dates(std::string_view text) { return Reader(text).all(); }

std::optional<Date> parse_date(std::string_view field) {
  constexpr std::size_t kLongestField = 128;
  field = trim(field);
  if (field.starts_with("公元")) field = trim(field.substr(std::string_view("公元").size()));
  if (field.size() > kLongestField) return std::nullopt;
  // In a field the catalogue form needs no 、 at its end.
  const std::string closed = std::string(field) + "、";
  const Dates dates = find_dates(closed);
  if (dates.found.size() != 1 || !dates.bad.empty() || dates.found[0].offset != 0) {
    return std::nullopt;
  }
  const std::size_t behind = std::min(dates.found[0].length, field.size());
  return is_tail(field.substr(behind)) ? std::optional(dates.found[0].date) : std::nullopt;
}

}  // namespace guidang::text
