// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "pipeline/calendar/date.h"

namespace guidang::text {

/// Which rules of form a document was made under. The day of the document (成文日期) decides, never
/// the day on which it is filed.
enum class FormatEra : std::uint8_t {
  before_2000,  ///< GB/T 9704-1988 and before it
  y2000,        ///< GB/T 9704-1999: 2000-01-01 … 2012-06-30
  y2012         ///< GB/T 9704-2012 and 条例 (2012): from 2012-07-01
};

/// What may stand on a document of an era.
struct FormatRules {
  FormatEra era = FormatEra::y2012;
  std::string_view id{};      ///< "before-2000", "2000", "2012": for JSON and profiles
  std::string_view name{};    ///< GB/T 9704-2012
  bool keywords = false;      ///< 主题词 in the 版记
  bool reports_up = false;    ///< 抄报 beside 抄送
  bool urgent_paper = false;  ///< 急件 beside 特急
  bool han_date = false;      ///< 成文日期 in Chinese numerals; else in Arabic ones
  bool empty_page = false;    ///< （此页无正文）
};

[[nodiscard]] FormatEra format_era(Date date);
[[nodiscard]] const FormatRules& format_rules(FormatEra era);
[[nodiscard]] std::optional<FormatEra> format_era_of_id(std::string_view id);

}  // namespace guidang::text
