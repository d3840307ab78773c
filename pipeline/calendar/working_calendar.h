// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/calendar/date.h"

namespace guidang {

/// Working days (工作日) by the State Council's yearly holiday notices. Outside the table nothing
/// is known: every answer that would need such a day is nullopt, "not checkable", never a guess.
class WorkingCalendar {
 public:
  /// Reads a table as templates/calendar/cn.tsv. Throws Failure that names file and line when a
  /// line is malformed, out of order or outside the covered days, or when the file cannot be read.
  [[nodiscard]] static WorkingCalendar load(const std::filesystem::path& path);

  /// As `load`; `name` stands for the file in messages.
  [[nodiscard]] static WorkingCalendar read(std::istream& table, const std::string& name);

  [[nodiscard]] Date first() const noexcept { return first_; }
  [[nodiscard]] Date last() const noexcept { return last_; }
  [[nodiscard]] bool covers(Date day) const;

  [[nodiscard]] std::optional<bool> is_working_day(Date day) const;

  /// Working days from the day after `from` up to and with `to`; 0 when they are the same day,
  /// nullopt when `to` is earlier or a counted day lies outside the table.
  [[nodiscard]] std::optional<int> working_days_between(Date from, Date to) const;

  /// The `count`-th working day after `from`, which is not counted itself; `from` for 0, nullopt
  /// for a negative count or a way that leaves the table.
  [[nodiscard]] std::optional<Date> add_working_days(Date from, int count) const;

  /// `day`, or the next working day when it is none: the end of a period in natural days
  /// (民法典 arts. 201, 203).
  [[nodiscard]] std::optional<Date> roll_forward(Date day) const;

 private:
  WorkingCalendar() = default;

  Date first_;
  Date last_;
  std::vector<int>
      working_before_;  // working days before the n-th covered day; one more at the end
};

}  // namespace guidang
