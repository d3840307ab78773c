// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The parts of a range of years or days: digits, units and signs, and the days that rows of them
/// stand for.
namespace guidang::index {

/// A piece of a value.
struct RangeItem {
  enum class Kind { number, year, month, day, separator, dash, to, compare };
  Kind kind = Kind::number;
  std::string text{};      ///< digits of a number; < > <= >= of a comparison
  std::size_t offset = 0;  ///< in bytes of the value
  std::size_t end = 0;
};

/// Nothing when there is something else in the value.
[[nodiscard]] std::optional<std::vector<RangeItem>> read_range_items(std::string_view value);

/// A year, a month or a day; what is not given is 0. It need not exist.
struct RangePoint {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// The point, when these items have the form of one. Without a year of its own (5月, 15日) it has
/// that of `before`, which may be null.
[[nodiscard]] std::optional<RangePoint> read_range_point(std::span<const RangeItem> items,
                                                         const RangePoint* before);

}  // namespace guidang::index
