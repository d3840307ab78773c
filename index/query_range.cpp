// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "index/query_range_items.h"
#include "pipeline/calendar/date.h"

namespace guidang::index {
namespace {

constexpr std::string_view kYearForms = "2020、2020..2023、>=2020、2020..、..2023";
constexpr std::string_view kDateForms =
    "2023、2023-05、2023-05-01、2023年5月1日、2023-05..2023-08、>=2023-05-01";

using Item = RangeItem;
using Items = std::span<const RangeItem>;
using Point = RangePoint;

/// Thrown inside this file only.
struct Wrong {
  RangeFlaw flaw{};
};

[[noreturn]] void wrong(std::size_t offset, std::size_t end, std::string zh, std::string en,
                        std::string_view hint, std::string instead = {}) {
  throw Wrong{
      {offset, end - offset, std::move(zh), std::move(en), std::string(hint), std::move(instead)}};
}

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
    const auto all = read_range_items(value_);
    if (!all) wrong(0, value_.size(), "不是年份或日期", "this is no year and no date", forms_);
    const Items items(*all);
    if (items.empty()) unreadable();
    if (items.front().kind == Item::Kind::compare) return compared(items);
    const auto to = std::find_if(items.begin(), items.end(),
                                 [](const Item& item) { return item.kind == Item::Kind::to; });
    if (to != items.end()) {
      const auto at = static_cast<std::size_t>(to - items.begin());
      return between(items.first(at), items.subspan(at + 1));
    }
    if (const auto point = read_range_point(items, nullptr)) {
      check(*point, items);
      return node(point, point);
    }
    for (std::size_t i = 1; i + 1 < items.size(); ++i) {
      if (items[i].kind != Item::Kind::dash) continue;
      const auto first = read_range_point(items.first(i), nullptr);
      const auto last = read_range_point(items.subspan(i + 1), first ? &*first : nullptr);
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
    const auto point = read_range_point(items.subspan(1), nullptr);
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
      first = read_range_point(left, nullptr);
      if (!first) unreadable();
      check(*first, left);
    }
    if (!right.empty()) {
      last = read_range_point(right, first ? &*first : nullptr);
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
