// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_range_items.h"

#include <fmt/format.h>

#include <utility>

#include "index/query_lexer.h"
#include "pipeline/text/han_number.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

using Item = RangeItem;
using Items = std::span<const RangeItem>;
using Point = RangePoint;

int value_of(const Item& item) {
  int value = 0;
  for (const char digit : item.text) value = value * 10 + (digit - '0');
  return value;
}

std::optional<Item::Kind> sign_of(char32_t c) {
  switch (c) {
    case U'年':
      return Item::Kind::year;
    case U'月':
      return Item::Kind::month;
    case U'日':
    case U'号':
      return Item::Kind::day;
    case U'.':
    case U'/':
    case U'．':
      return Item::Kind::separator;
    case U'-':
    case U'－':
      return Item::Kind::dash;
    case U'~':
    case U'〜':
    case U'至':
    case U'到':
    case U'–':
    case U'—':
    case U'…':
      return Item::Kind::to;
    case U'<':
    case U'>':
    case U'=':
    case U'≤':
    case U'≥':
      return Item::Kind::compare;
    default:
      return std::nullopt;
  }
}

/// Two dots or more, and any row of other such signs, are one.
bool joins(const Item& before, Item::Kind kind, bool dot) {
  using Kind = Item::Kind;
  if (kind == Kind::compare || kind == Kind::to) return before.kind == kind;
  return dot && (before.kind == Kind::to || before.text == ".");
}

std::string_view comparison(char32_t c) {
  if (c == U'≤') return "<=";
  if (c == U'≥') return ">=";
  return c == U'<' ? "<" : c == U'>' ? ">" : "=";
}

/// 十二 and the like stand for months and days, 二〇二三 for years.
std::string digits_of(std::string_view han) {
  const auto number = text::parse_han_number(han);
  return number ? fmt::format("{}", *number) : std::string();
}

/// A month or day 0 was given, and there is none such; 0 itself stands for not given.
int given(int value) { return value == 0 ? 99 : value; }

/// Reads one year, month or day, from the left.
class PointReader {
 public:
  explicit PointReader(Items items) : items_(items) {}

  /// The point, when these items have the form of one; whether such a day exists is not asked.
  /// Without a year of its own (5月, 15日) it has that of `before`.
  std::optional<Point> read(const Point* before) {
    if (items_.size() == 1 && number(8)) return compact(items_[0].text);
    if (items_.size() == 1 && number(6)) return compact(items_[0].text);
    Point point;
    if (number(4)) {
      point.year = value_of(items_[next_++]);
      const bool unit = take(Item::Kind::year);
      if (at_end()) return point;
      if (!unit && !separator()) return std::nullopt;
    } else if (before != nullptr) {
      return shortened(*before);
    } else {
      return std::nullopt;
    }
    return month_and_day(point);
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ == items_.size(); }

  [[nodiscard]] bool number(std::size_t digits) const {
    return !at_end() && items_[next_].kind == Item::Kind::number &&
           items_[next_].text.size() == digits;
  }

  [[nodiscard]] bool short_number() const { return number(1) || number(2); }

  bool take(Item::Kind kind) {
    if (at_end() || items_[next_].kind != kind) return false;
    ++next_;
    return true;
  }

  bool separator() { return take(Item::Kind::separator) || take(Item::Kind::dash); }

  static Point compact(std::string_view digits) {
    const auto part = [&](std::size_t from, std::size_t size) {
      return value_of({Item::Kind::number, std::string(digits.substr(from, size)), 0, 0});
    };
    return {part(0, 4), given(part(4, 2)), digits.size() == 8 ? given(part(6, 2)) : 0};
  }

  std::optional<Point> month_and_day(Point point) {
    if (!short_number()) return std::nullopt;
    point.month = given(value_of(items_[next_++]));
    const bool unit = take(Item::Kind::month);
    if (at_end()) return point;
    if (!unit && !separator()) return std::nullopt;
    return day(point);
  }

  std::optional<Point> day(Point point) {
    if (!short_number()) return std::nullopt;
    point.day = given(value_of(items_[next_++]));
    take(Item::Kind::day);
    return at_end() ? std::optional(point) : std::nullopt;
  }

  std::optional<Point> shortened(const Point& before) {
    if (!short_number() || items_.size() < next_ + 2) return std::nullopt;
    Point point = before;
    if (items_[next_ + 1].kind == Item::Kind::day && before.day > 0) return day(point);
    if (items_[next_ + 1].kind != Item::Kind::month || before.month == 0) return std::nullopt;
    point.day = 0;
    return month_and_day(point);
  }

  Items items_;
  std::size_t next_ = 0;
};

}  // namespace

std::optional<std::vector<Item>> read_range_items(std::string_view value) {
  std::vector<Item> items;
  for (std::size_t pos = 0; pos < value.size();) {
    const std::size_t begin = pos;
    const char32_t c = query_sign(value, pos);
    if (text::is_blank(c)) continue;
    if (c >= '0' && c <= '9') {
      const bool goes_on =
          !items.empty() && items.back().kind == Item::Kind::number && items.back().end == begin;
      if (!goes_on) items.push_back({Item::Kind::number, {}, begin, pos});
      items.back().text += static_cast<char>(c);
      items.back().end = pos;
      continue;
    }
    if (const auto kind = sign_of(c)) {
      const bool dot = c == U'.';
      const bool more = !items.empty() && joins(items.back(), *kind, dot);
      if (!more) items.push_back({*kind, dot ? "." : "", begin, pos});
      if (more && dot) items.back().kind = Item::Kind::to;
      if (*kind == Item::Kind::compare) items.back().text += comparison(c);
      items.back().end = pos;
      continue;
    }
    std::size_t end = pos;
    for (std::size_t after = begin; after < value.size(); end = after) {
      const char32_t han = query_sign(value, after);
      if (!text::digit_value(han) && han != U'十' && han != U'廿' && han != U'卅') break;
    }
    const std::string digits = end > begin ? digits_of(value.substr(begin, end - begin)) : "";
    if (digits.empty()) return std::nullopt;
    items.push_back({Item::Kind::number, digits, begin, end});
    pos = end;
  }
  return items;
}

std::optional<RangePoint> read_range_point(std::span<const RangeItem> items,
                                           const RangePoint* before) {
  return PointReader(items).read(before);
}

}  // namespace guidang::index
