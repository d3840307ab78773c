// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "index/query_lexer.h"
#include "pipeline/calendar/date.h"
#include "pipeline/text/han_number.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

constexpr std::string_view kYearForms = "2020、2020..2023、>=2020、2020..、..2023";
constexpr std::string_view kDateForms =
    "2023、2023-05、2023-05-01、2023年5月1日、2023-05..2023-08、>=2023-05-01";

/// A piece of a value.
struct Item {
  enum class Kind { number, year, month, day, separator, dash, to, compare };
  Kind kind = Kind::number;
  std::string text{};  ///< digits of a number; < > <= >= of a comparison
  std::size_t offset = 0;
  std::size_t end = 0;
};

using Items = std::span<const Item>;

/// A year, a month or a day; what is not given is 0.
struct Point {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// Thrown inside this file only.
struct Wrong {
  RangeFlaw flaw{};
};

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

[[noreturn]] void wrong(std::size_t offset, std::size_t end, std::string zh, std::string en,
                        std::string_view hint, std::string instead = {}) {
  throw Wrong{
      {offset, end - offset, std::move(zh), std::move(en), std::string(hint), std::move(instead)}};
}

/// 十二 and the like stand for months and days, 二〇二三 for years.
std::string digits_of(std::string_view han) {
  const auto number = text::parse_han_number(han);
  return number ? fmt::format("{}", *number) : std::string();
}

std::vector<Item> read_items(std::string_view value, std::string_view forms) {
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
    if (digits.empty()) {
      wrong(0, value.size(), "不是年份或日期", "this is no year and no date", forms);
    }
    items.push_back({Item::Kind::number, digits, begin, end});
    pos = end;
  }
  return items;
}

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
    // A month 0 would stand for none.
    const auto given = [](int value) { return value == 0 ? 99 : value; };
    return {part(0, 4), given(part(4, 2)), digits.size() == 8 ? given(part(6, 2)) : 0};
  }

  std::optional<Point> month_and_day(Point point) {
    if (!short_number()) return std::nullopt;
    point.month = std::max(value_of(items_[next_++]), -1);
    if (point.month == 0) point.month = 99;
    const bool unit = take(Item::Kind::month);
    if (at_end()) return point;
    if (!unit && !separator()) return std::nullopt;
    return day(point);
  }

  std::optional<Point> day(Point point) {
    if (!short_number()) return std::nullopt;
    point.day = value_of(items_[next_++]);
    if (point.day == 0) point.day = 99;
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

std::string describe(const Point& point) {
  if (point.day > 0) return fmt::format("{:04}-{:02}-{:02}", point.year, point.month, point.day);
  if (point.month > 0) return fmt::format("{:04}-{:02}", point.year, point.month);
  return fmt::format("{:04}", point.year);
}

int days_of(int year, int month) {
  for (int day = 31; day > 28; --day) {
    if (make_date(year, month, day)) return day;
  }
  return 28;
}

class RangeReader {
 public:
  RangeReader(std::string_view value, bool years)
      : value_(value), years_(years), forms_(years ? kYearForms : kDateForms) {}

  QueryNode read() {
    const std::vector<Item> all = read_items(value_, forms_);
    const Items items(all);
    if (items.empty()) unreadable();
    if (items.front().kind == Item::Kind::compare) return compared(items);
    const auto to = std::find_if(items.begin(), items.end(),
                                 [](const Item& item) { return item.kind == Item::Kind::to; });
    if (to != items.end()) {
      const auto at = static_cast<std::size_t>(to - items.begin());
      return between(items.first(at), items.subspan(at + 1));
    }
    if (const auto point = PointReader(items).read(nullptr)) {
      check(*point, items);
      return node(point, point);
    }
    for (std::size_t i = 1; i + 1 < items.size(); ++i) {
      if (items[i].kind != Item::Kind::dash) continue;
      const auto first = PointReader(items.first(i)).read(nullptr);
      const auto last = PointReader(items.subspan(i + 1)).read(first ? &*first : nullptr);
      if (first && last) return between(items.first(i), items.subspan(i + 1));
    }
    unreadable();
  }

 private:
  [[noreturn]] void unreadable() const {
    if (years_) {
      wrong(0, value_.size(), "年度应为四位数字", "a year is four digits", forms_);
    }
    wrong(0, value_.size(), "看不懂这个日期", "this date cannot be read", forms_);
  }

  QueryNode compared(Items items) const {
    const std::string& sign = items.front().text;
    const auto point = PointReader(items.subspan(1)).read(nullptr);
    if (!point) unreadable();
    check(*point, items.subspan(1));
    if (sign == ">=" || sign == "=>") return node(point, std::nullopt);
    if (sign == "<=" || sign == "=<") return node(std::nullopt, point);
    if (sign == "=") return node(point, point);
    if ((sign != "<" && sign != ">") || point->year == kLastYear) unreadable();
    return beyond(*point, sign == ">");
  }

  /// What comes after, or before, the whole of it.
  [[nodiscard]] QueryNode beyond(const Point& point, bool after) const {
    QueryNode all = node(point, point);
    if (years_) {
      all.from = after ? point.year + 1 : kFirstYear;
      all.to = after ? kLastYear : point.year - 1;
    } else if (after) {
      all.first_day = to_iso(add_days(*parse_iso(all.last_day), 1));
      all.last_day.clear();
    } else {
      all.last_day = to_iso(add_days(*parse_iso(all.first_day), -1));
      all.first_day.clear();
    }
    return all;
  }

  QueryNode between(Items left, Items right) const {
    std::optional<Point> first;
    std::optional<Point> last;
    if (!left.empty()) {
      first = PointReader(left).read(nullptr);
      if (!first) unreadable();
      check(*first, left);
    }
    if (!right.empty()) {
      last = PointReader(right).read(first ? &*first : nullptr);
      if (!last) unreadable();
      check(*last, right);
    }
    if (!first && !last) unreadable();
    QueryNode range = node(first, last);
    const bool reversed = years_ ? range.from > range.to
                                 : !range.last_day.empty() && range.first_day > range.last_day;
    if (reversed) {
      const std::string swapped = describe(*last) + ".." + describe(*first);
      wrong(0, value_.size(), years_ ? "起始年度晚于终止年度" : "起始日期晚于终止日期",
            years_ ? "the first year is after the last" : "the first day is after the last",
            swapped, swapped);
    }
    return range;
  }

  /// Whether there is such a month or day.
  void check(const Point& point, Items items) const {
    const std::size_t begin = items.front().offset;
    const std::size_t end = items.back().end;
    const auto with = [&](const Point& better) {
      return fmt::format("{}{}{}", value_.substr(0, begin), describe(better), value_.substr(end));
    };
    if (point.year < 1000) unreadable();
    if (years_ && point.month > 0) {
      wrong(begin, end, "年度只有年份；按月、日查用 日期:",
            "this field has years only; for months and days use date:",
            "日期:" + std::string(value_), with({point.year, 0, 0}));
    }
    if (point.month > 12) {
      wrong(begin, end, "没有这个月份：月份为 1 至 12",
            "there is no such month: months are 1 to 12", kDateForms, with({point.year, 0, 0}));
    }
    if (point.day == 0) return;
    const int days = days_of(point.year, point.month);
    if (point.day > days) {
      wrong(begin, end, fmt::format("没有这一天：{}年{}月有{}天", point.year, point.month, days),
            fmt::format("there is no such day: {:04}-{:02} has {} days", point.year, point.month,
                        days),
            describe({point.year, point.month, days}), with({point.year, point.month, days}));
    }
  }

  [[nodiscard]] QueryNode node(const std::optional<Point>& first,
                               const std::optional<Point>& last) const {
    QueryNode range;
    if (years_) {
      range.kind = QueryNode::Kind::years;
      range.from = first ? first->year : kFirstYear;
      range.to = last ? last->year : kLastYear;
      return range;
    }
    range.kind = QueryNode::Kind::dates;
    if (first) {
      range.first_day =
          to_iso(*make_date(first->year, std::max(first->month, 1), std::max(first->day, 1)));
    }
    if (last) {
      const int month = last->month > 0 ? last->month : 12;
      const int day = last->day > 0 ? last->day : days_of(last->year, month);
      range.last_day = to_iso(*make_date(last->year, month, day));
    }
    return range;
  }

  std::string_view value_;
  bool years_;
  std::string_view forms_;
};

std::variant<QueryNode, RangeFlaw> read_range(std::string_view value, bool years) {
  try {
    return RangeReader(value, years).read();
  } catch (Wrong& found) {
    return std::move(found.flaw);
  }
}

}  // namespace

std::variant<QueryNode, RangeFlaw> read_years(std::string_view value) {
  return read_range(value, true);
}

std::variant<QueryNode, RangeFlaw> read_dates(std::string_view value) {
  return read_range(value, false);
}

}  // namespace guidang::index
