// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/calendar/date.h"

namespace guidang::text {

/// How a date was written.
enum class DateForm {
  han,       ///< 二○○六年四月十四日
  arabic,    ///< 2006年4月14日, blanks and full-width digits allowed
  hyphens,   ///< 2006-04-14
  dots,      ///< 2006.4.14
  slashes,   ///< 2006/4/14
  compact,   ///< 20060414, only as a token of its own
  catalogue  ///< 2006、2、14、 of old hand-made catalogues
};

/// A date in a text; offsets are bytes.
struct FoundDate {
  Date date;
  std::size_t offset = 0;
  std::size_t length = 0;
  DateForm form = DateForm::arabic;
};

/// Why something that is written as a date is none.
enum class DateFlaw {
  impossible,  ///< no such day: 二月三十日
  era,         ///< 民国, 公元前 or a reign: another way of counting years
  lunar        ///< 农历, 初一, 正月, 腊月: another way of counting days
};

/// Written as a date, but no date of our calendar. Never taken for one.
struct BadDate {
  std::string original;
  std::size_t offset = 0;
  std::size_t length = 0;
  DateFlaw flaw = DateFlaw::impossible;
};

struct Dates {
  std::vector<FoundDate> found;
  std::vector<BadDate> bad;
};

/// All full dates of a text, in order, with those that are none apart. Years 1000–2999; a month
/// without a day is no date.
[[nodiscard]] Dates find_dates(std::string_view text);

/// A field that holds one date and nothing else but blanks and 印发, 成文 or the like behind it.
[[nodiscard]] std::optional<Date> parse_date(std::string_view field);

}  // namespace guidang::text
