// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/calendar/date.h"
#include "pipeline/profile/element.h"

namespace guidang {

/// How long something is kept.
struct RetentionTerm {
  enum class Kind : std::uint8_t {
    unknown,    ///< no span is said: 长期, 短期, 待鉴定
    permanent,  ///< 永久
    years,
    after_event  ///< years from an event that nobody has recorded (报废清理后5年)
  };
  Kind kind = Kind::unknown;
  int years = 0;
  friend bool operator==(const RetentionTerm&, const RetentionTerm&) = default;
};

/// Reads "永久", "30年", "报废清理后5年" and the codes "Y", "D30". 长期 and 短期 (1987) are spans
/// without an end of their own and stay unknown; so does everything else.
[[nodiscard]] RetentionTerm retention_term(std::string_view period);

/// 期满日: December 31 of `year` + the years, counted from January 1 after `year`. That is the
/// filing year (归档年度), for accounting files the fiscal year (会计档案管理办法 art. 14). None
/// for 永久, for what is not known, and without a year.
[[nodiscard]] std::optional<Date> retention_end(RetentionTerm term, std::optional<int> year);

/// The year that `retention_end` counts from: the filing year, or for accounting files the fiscal
/// year that the title names. A title that names none leaves it open; the filing year never stands
/// in for it.
[[nodiscard]] std::optional<int> retention_year(bool accounting, std::optional<int> filing_year,
                                                std::string_view title);

/// From which day on a law opens what is how old.
struct OpeningLaw {
  Date from{};
  int years = 0;
};

/// The rows `opening` of the profile's section `appraise`, by day. Throws the profile's Failure.
[[nodiscard]] std::vector<OpeningLaw> read_opening_laws(const profile::Element& appraise_section);

/// The first day on which the law of that day opens what was made on `made`: 30 years under the
/// law before 2021, 25 years since 2021-01-01 (档案法 art. 27), and then not before that day. A
/// candidate only: a person opens. None when no law applies.
[[nodiscard]] std::optional<Date> opening_candidate(Date made, std::span<const OpeningLaw> laws);

}  // namespace guidang
