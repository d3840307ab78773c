// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/deadlines.h"

#include <algorithm>

namespace guidang::review {
namespace {

/// A New Year or a Spring Festival is over within this many days.
constexpr int kLongestHoliday = 15;

Both name_of_transfer(std::string_view id) {
  if (id == "county") return {"移交档案馆（县级）", "hand-over to the archives (county)"};
  if (id == "city") return {"移交档案馆（市级以上）", "hand-over to the archives (city and above)"};
  if (id == "electronic") return {"电子档案移交", "hand-over of electronic files"};
  return {"移交档案馆", "hand-over to the archives"};
}

bool concerns(const profile::Element& row, std::string_view level) {
  const std::vector<std::string> levels = row.words("levels");
  return levels.empty() || level.empty() ||
         std::find(levels.begin(), levels.end(), level) != levels.end();
}

void count(Deadline& deadline, const WorkingCalendar& calendar, Date as_of) {
  deadline.days_left = days_between(as_of, deadline.due);
  if (deadline.days_left >= 0) {
    deadline.working_days_left = calendar.working_days_between(as_of, deadline.due);
    deadline.estimated = !deadline.working_days_left;
  }
  for (int back = 0; back < kLongestHoliday; ++back) {
    const Date day = add_days(deadline.due, -back);
    const auto works = calendar.is_working_day(day);
    if (!works) return;
    if (*works) {
      deadline.last_working_day = day;
      return;
    }
  }
}

}  // namespace

std::vector<Deadline> deadlines_of(const profile::Element& section, const WorkingCalendar& calendar,
                                   std::string_view level, int year, Date as_of) {
  std::vector<Deadline> all;
  for (const profile::Element& row : section.children) {
    Deadline deadline{.citation = std::string(row.attribute("citation"))};
    std::optional<Date> due;
    if (row.name == "filing") {
      deadline.id = "filing";
      deadline.name = {"归档", "filing"};
      due = make_date(year + 1, static_cast<int>(row.number("month")),
                      static_cast<int>(row.number("day")));
      if (!due) throw row.flaw("month and day that are no day", "a day of every year");
    } else if (row.name == "transfer" && concerns(row, level)) {
      deadline.id = row.required("id");
      deadline.name = name_of_transfer(deadline.id);
      due = make_date(year + static_cast<int>(row.number("years")), 12, 31);
    }
    if (!due) continue;
    deadline.due = *due;
    count(deadline, calendar, as_of);
    all.push_back(std::move(deadline));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Deadline& a, const Deadline& b) { return a.due < b.due; });
  return all;
}

}  // namespace guidang::review
