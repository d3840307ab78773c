// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace guidang::text {

/// The span of time that a title says its document is about.
enum class Span : std::uint8_t {
  none,     ///< none, or a single day
  part,     ///< 年度以下: 上半年, 第三季度, 5月份
  year,     ///< 2023年度, 2023年, 全年
  several,  ///< 2021—2025年, 十四五, 五年规划
  mixed     ///< more than one of these
};

struct TitleSpan {
  Span span = Span::none;
  std::optional<int> last_year{};  ///< the latest year it names, 1900–2199
  friend bool operator==(const TitleSpan&, const TitleSpan&) = default;
};

/// A year inside a document number (〔2023〕6号) or with a day (2023年5月1日) is no span. Never
/// more than reading the title once.
[[nodiscard]] TitleSpan title_span(std::string_view title);

/// "none" "part" "year" "several" "mixed".
[[nodiscard]] std::string_view to_text(Span span);

}  // namespace guidang::text
