// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace guidang {

/// A day of the Gregorian calendar, without a time or a zone. Not valid when default constructed.
using Date = std::chrono::year_month_day;

/// "2006-04-14", exactly so; nullopt for any other form and for days that do not exist.
[[nodiscard]] std::optional<Date> parse_iso(std::string_view text);

/// "2006-04-14". The date must be `ok()` and its year 0–9999.
[[nodiscard]] std::string to_iso(Date date);

/// The day, when it exists.
[[nodiscard]] std::optional<Date> make_date(int year, int month, int day);

/// `days` later, or earlier when negative.
[[nodiscard]] Date add_days(Date date, int days);

/// Natural days from `from` to `to`, the first not counted; negative when `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);

/// The same day some years later; 29 February becomes 28 February in a common year.
[[nodiscard]] Date add_years(Date date, int years);

}  // namespace guidang
