// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::extract {

/// How a spreadsheet shows a number, as far as it changes what is read: dates and times in ISO,
/// percent with its decimals, numbers filled up with zeros, and fixed words around the number
/// (`"〔2023〕"0"号"`). Everything else is shown plain: colours, thousands, fixed decimals,
/// fractions and conditions play no part.
class NumberFormat {
 public:
  /// `code` as in the file: `yyyy"年"m"月"d"日"`.
  explicit NumberFormat(std::string_view code);
  NumberFormat() = default;
  /// The formats that files name by number only, those of Chinese programs included; a number that
  /// is not known is General.
  [[nodiscard]] static NumberFormat builtin(std::uint32_t id);

  /// `from_1904`: days count from 1904-01-01. A number that is no date of the calendar stays plain.
  [[nodiscard]] std::string show(double value, bool from_1904) const;

 private:
  enum class Kind : std::uint8_t { number, percent, date };

  [[nodiscard]] std::string date(double value, bool from_1904) const;

  Kind kind_ = Kind::number;
  bool year_ = false;
  bool month_ = false;
  bool day_ = false;
  bool time_ = false;
  bool elapsed_ = false;       ///< hours may pass 24
  std::uint8_t decimals_ = 0;  ///< of a percentage
  std::uint8_t zeros_ = 0;     ///< least count of digits
  std::string before_{};
  std::string after_{};
};

/// The formats of a workbook: first its own codes, then its cell styles in order.
class CellFormats {
 public:
  void add_code(std::uint32_t id, std::string_view code);
  void add_style(std::uint32_t format_id) { styles_.push_back(format_id); }
  void count_from_1904() { from_1904_ = true; }

  [[nodiscard]] std::string show(double value, std::size_t style) const;

 private:
  std::map<std::uint32_t, NumberFormat> formats_{};
  std::vector<std::uint32_t> styles_{};
  bool from_1904_ = false;
};

/// 15 significant digits, which is all that spreadsheets keep apart, without trailing zeros; whole
/// numbers without a point.
[[nodiscard]] std::string plain_number(double value);

}  // namespace guidang::extract
