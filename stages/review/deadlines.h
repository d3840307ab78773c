// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/calendar/working_calendar.h"
#include "pipeline/profile/profile.h"
#include "stages/review/words.h"

namespace guidang::review {

/// A day by which something must be done with the files of a year.
struct Deadline {
  std::string id{};  ///< "filing", or of the profile's row: "county" "city" "electronic" …
  Both name{};
  std::string citation{};
  Date due{};
  int days_left = 0;  ///< natural days from the as-of date; negative when it has passed
  std::optional<int> working_days_left{};  ///< nothing when passed, or outside the calendar
  std::optional<Date> last_working_day{};  ///< at or before `due`; nothing outside the calendar
  bool estimated = false;                  ///< 预计: the calendar does not know the last days
};

/// The deadlines of a filing year in order of their days, as the profile's section `deadlines`
/// gives them. `level` is the office's ("county"); "" keeps those of every level.
[[nodiscard]] std::vector<Deadline> deadlines_of(const profile::Element& section,
                                                 const WorkingCalendar& calendar,
                                                 std::string_view level, int year, Date as_of);

}  // namespace guidang::review
