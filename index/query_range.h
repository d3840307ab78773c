// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "index/query.h"

/// Ranges of years and days as people write them: 2020..2023, 2020-2023, >=2020, 2020.., ..2023,
/// 2023-05, 2023年5月1日至15日, 2023.5.1, 二〇二三年.
namespace guidang::index {

/// Why a value is no range; offset and length are bytes of the value.
struct RangeFlaw {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string zh{};
  std::string en{};
  std::string hint{};
  std::string instead{};  ///< a value to type instead; may be empty
};

/// A node `years`. An open end is `kFirstYear` or `kLastYear`.
[[nodiscard]] std::variant<QueryNode, RangeFlaw> read_years(std::string_view value);

/// A node `dates`: a month is its days, a year is its months.
[[nodiscard]] std::variant<QueryNode, RangeFlaw> read_dates(std::string_view value);

inline constexpr int kFirstYear = 0;
inline constexpr int kLastYear = 9999;

}  // namespace guidang::index
