// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/calendar/working_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string_view>

#include "pipeline/failure.h"

namespace guidang {
namespace {

/// More than this is no holiday table; it bounds what a wrong "covers" line can allocate.
constexpr int kLongestTable = 200 * 366;

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t start = 0;;) {
    const std::size_t tab = line.find('\t', start);
    fields.push_back(line.substr(start, tab - start));
    if (tab == line.npos) return fields;
    start = tab + 1;
  }
}

/// Reads the table line by line and keeps what a message needs.
class TableReader {
 public:
  explicit TableReader(std::string name) : name_(std::move(name)) {}

  void read(std::istream& table) {
    for (std::string line; std::getline(table, line);) {
      ++number_;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (!line.empty() && line.front() != '#') take(line);
    }
    if (table.bad()) refuse("cannot be read");
    if (!covered_) refuse("no \"covers\" line before the end");
  }

  Date first;
  Date last;
  std::map<Date, bool> exceptions;  // true: working though a weekend

 private:
  void take(std::string_view line) {
    const auto fields = fields_of(line);
    if (!covered_) return take_cover(fields);
    if (fields.size() != 3) refuse("not three fields: date, off or work, name");
    const auto date = parse_iso(fields[0]);
    if (!date) refuse(fmt::format("no date: {}", fields[0]));
    if (*date < first || last < *date) refuse("outside the days covered");
    if (!exceptions.empty() && *date <= exceptions.rbegin()->first) refuse("dates do not rise");
    if (fields[1] != "off" && fields[1] != "work") {
      refuse(fmt::format("neither off nor work: {}", fields[1]));
    }
    exceptions.emplace_hint(exceptions.end(), *date, fields[1] == "work");
  }

  void take_cover(const std::vector<std::string_view>& fields) {
    if (fields.size() != 3 || fields[0] != "covers") refuse("not \"covers\", first day, last day");
    const auto begin = parse_iso(fields[1]);
    const auto end = parse_iso(fields[2]);
    if (!begin || !end || *end < *begin) refuse("\"covers\" needs two days, the earlier first");
    if (days_between(*begin, *end) > kLongestTable) refuse("covers more than 200 years");
    first = *begin;
    last = *end;
    covered_ = true;
  }

  [[noreturn]] void refuse(const std::string& why) const {
    throw Failure(fmt::format("{}:{}: {}", name_, number_, why),
                  "restore the calendar that came with the program", ExitStatus::usage);
  }

  std::string name_;
  int number_ = 0;
  bool covered_ = false;
};

bool is_weekend(Date day) {
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

}  // namespace

WorkingCalendar WorkingCalendar::load(const std::filesystem::path& path) {
  std::ifstream table(path, std::ios::binary);
  if (!table) {
    throw Failure(path.string() + ": cannot be opened", "check that the templates are installed",
                  ExitStatus::usage);
  }
  return read(table, path.string());
}

WorkingCalendar WorkingCalendar::read(std::istream& table, const std::string& name) {
  TableReader reader(name);
  reader.read(table);
  WorkingCalendar calendar;
  calendar.first_ = reader.first;
  calendar.last_ = reader.last;
  calendar.working_before_.push_back(0);
  for (Date day = reader.first; day <= reader.last; day = add_days(day, 1)) {
    const auto exception = reader.exceptions.find(day);
    const bool works = exception == reader.exceptions.end() ? !is_weekend(day) : exception->second;
    calendar.working_before_.push_back(calendar.working_before_.back() + (works ? 1 : 0));
  }
  return calendar;
}

bool WorkingCalendar::covers(Date day) const { return day.ok() && first_ <= day && day <= last_; }

std::optional<bool> WorkingCalendar::is_working_day(Date day) const {
  if (!covers(day)) return std::nullopt;
  const auto at = static_cast<std::size_t>(days_between(first_, day));
  return working_before_[at + 1] > working_before_[at];
}

std::optional<int> WorkingCalendar::working_days_between(Date from, Date to) const {
  if (!from.ok() || !to.ok() || to < from) return std::nullopt;
  if (from == to) return 0;
  const Date start = add_days(from, 1);
  if (!covers(start) || !covers(to)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(days_between(first_, start));
  const auto end = static_cast<std::size_t>(days_between(first_, to)) + 1;
  return working_before_[end] - working_before_[begin];
}

std::optional<Date> WorkingCalendar::add_working_days(Date from, int count) const {
  if (!from.ok() || count < 0) return std::nullopt;
  if (count == 0) return from;
  const Date start = add_days(from, 1);
  if (!covers(start)) return std::nullopt;
  const auto begin = days_between(first_, start);
  const auto from_there = working_before_.begin() + begin;
  const auto due = std::ranges::find_if(
      from_there, working_before_.end(),
      [wanted = static_cast<long long>(*from_there) + count](int n) { return n >= wanted; });
  if (due == working_before_.end()) return std::nullopt;
  return add_days(first_, static_cast<int>(due - working_before_.begin()) - 1);
}

std::optional<Date> WorkingCalendar::roll_forward(Date day) const {
  if (!covers(day)) return std::nullopt;
  if (*is_working_day(day)) return day;
  return add_working_days(day, 1);
}

}  // namespace guidang
