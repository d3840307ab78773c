// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// How values are written on forms.
namespace guidang::lists {

/// Of a date without 年月日 in a volume's list.
enum class DateStyle : std::uint8_t {
  compact,  ///< 20060214 (DA/T 22-2015, DA/T 18-2022)
  dots,     ///< 2006.2.14 (GB/T 9705-2008)
  marks     ///< 2006、2、14、 (VCL-02)
};

/// An ISO date, or a part of one (2006, 2006-02), in that style; "" stays "". What is no date is
/// given back as it is.
[[nodiscard]] std::string short_date(std::string_view iso, DateStyle style);
/// 2006年2月14日 of an ISO date.
[[nodiscard]] std::string written_date(std::string_view iso);

}  // namespace guidang::lists
