// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/converter.h"

namespace guidang::extract::biff {

/// Kinds of records, named as in [MS-XLS].
enum class Id : std::uint16_t {
  formula = 0x0006,
  eof = 0x000A,
  header = 0x0014,
  footer = 0x0015,
  note = 0x001C,
  date1904 = 0x0022,
  filepass = 0x002F,
  continued = 0x003C,
  codepage = 0x0042,
  boundsheet = 0x0085,
  mulrk = 0x00BD,
  rstring = 0x00D6,
  xf = 0x00E0,
  mergecells = 0x00E5,
  sst = 0x00FC,
  labelsst = 0x00FD,
  supbook = 0x01AE,
  txo = 0x01B6,
  number = 0x0203,
  label = 0x0204,
  boolerr = 0x0205,
  string = 0x0207,
  rk = 0x027E,
  format = 0x041E,
  bof = 0x0809
};

/// One record with those that continue it.
struct Record {
  Id id = Id::eof;
  std::vector<std::string_view> parts{};  ///< its own bytes, then each continuation's
};

/// Steps through a stream of records.
class Records {
 public:
  explicit Records(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}
  /// False at the end, and where a record is cut off.
  bool next(Record& record);
  [[nodiscard]] bool cut_off() const { return cut_off_; }

 private:
  std::string_view stream_;
  std::size_t at_;
  bool cut_off_ = false;
};

/// How strings are written: UTF-16 since Excel 97, bytes of a code page before.
class Strings {
 public:
  explicit Strings(bool unicode) : unicode_(unicode) {}
  /// As the record CODEPAGE says.
  void code_page(std::uint16_t number);
  [[nodiscard]] bool unicode() const { return unicode_; }
  [[nodiscard]] std::string bytes(std::string_view bytes);

 private:
  bool unicode_;
  std::optional<text::Converter> converter_{};
};

/// Takes values out of a record, little-endian. Beyond its end everything is 0 or empty, and
/// `good` false.
class Cursor {
 public:
  explicit Cursor(const Record& record) : parts_(record.parts) {}

  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  double f64();
  void skip(std::size_t bytes);
  /// All that is left of the present part.
  [[nodiscard]] std::string_view rest() const;
  [[nodiscard]] bool at_end() const;
  void next_part();
  [[nodiscard]] bool good() const { return good_; }

  /// Characters after their count, which the caller has read. A continuation in the midst of them
  /// begins with a flag of its own.
  std::string characters(std::size_t count, bool wide);
  /// With its flags, and what belongs to it besides its characters passed over.
  std::string unicode_string(std::size_t count);
  /// Of either time; the count takes one byte or two.
  std::string string(Strings& strings, std::size_t count_bytes);

 private:
  std::string_view bytes(std::size_t count);

  const std::vector<std::string_view>& parts_;
  std::size_t part_ = 0;
  std::size_t at_ = 0;
  bool good_ = true;
};

/// The number that an RK value stands for.
[[nodiscard]] double rk_value(std::uint32_t rk);
/// `#DIV/0!` …
[[nodiscard]] std::string_view error_text(std::uint8_t code);

}  // namespace guidang::extract::biff
