// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/sheet/biff_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::extract::biff {
namespace {

std::uint16_t word(std::string_view bytes, std::size_t at) {
  const auto low = static_cast<unsigned char>(bytes[at]);
  const auto high = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<std::uint16_t>(low | (high << 8));
}

bool is_high(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::string to_utf8(std::u16string_view units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t c = units[i];
    if (is_high(units[i]) && i + 1 < units.size() && is_low(units[i + 1])) {
      c = 0x10000U + ((c - 0xD800U) << 10) + (units[i + 1] - 0xDC00U);
      ++i;
    }
    if (c != 0 && c != '\r') text::append(text, c);
  }
  return text;
}

}  // namespace

bool Records::next(Record& record) {
  record.parts.clear();
  while (at_ + 4 <= stream_.size()) {
    const auto id = static_cast<Id>(word(stream_, at_));
    const std::size_t size = word(stream_, at_ + 2);
    if (!record.parts.empty() && id != Id::continued) return true;
    if (size > stream_.size() - at_ - 4) {
      cut_off_ = true;
      return false;
    }
    if (record.parts.empty()) record.id = id;
    record.parts.push_back(stream_.substr(at_ + 4, size));
    at_ += 4 + size;
    if (record.id == Id::eof) return true;  // what follows may be no record
  }
  return !record.parts.empty();
}

void Strings::code_page(std::uint16_t number) {
  constexpr std::array<std::pair<std::uint16_t, const char*>, 8> kNames{{{936, "GB18030"},
                                                                         {10008, "GB18030"},
                                                                         {54936, "GB18030"},
                                                                         {950, "BIG5-HKSCS"},
                                                                         {10002, "BIG5-HKSCS"},
                                                                         {932, "CP932"},
                                                                         {32768, "MACINTOSH"},
                                                                         {65001, "UTF-8"}}};
  std::string name = fmt::format("CP{}", number == 32769 ? 1252 : number);
  for (const auto& [known, encoding] : kNames) {
    if (known == number) name = encoding;
  }
  converter_ = text::Converter::to_utf8(name);
}

std::string Strings::bytes(std::string_view bytes) {
  if (!converter_) converter_ = text::Converter::to_utf8("GB18030");
  std::string text = converter_ ? converter_->convert(bytes).text : std::string{};
  std::erase_if(text, [](char c) { return c == '\r' || c == '\0'; });
  return text;
}

std::string_view Cursor::bytes(std::size_t count) {
  const std::string_view left = rest();
  if (left.size() < count) {
    good_ = false;
    at_ += left.size();
    return {};
  }
  at_ += count;
  return left.substr(0, count);
}

std::string_view Cursor::rest() const {
  return part_ < parts_.size() ? parts_[part_].substr(at_) : std::string_view{};
}

bool Cursor::at_end() const { return rest().empty() && part_ + 1 >= parts_.size(); }

void Cursor::next_part() {
  if (part_ < parts_.size()) ++part_;
  at_ = 0;
}

std::uint8_t Cursor::u8() {
  const std::string_view value = bytes(1);
  return value.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(value[0]);
}

std::uint16_t Cursor::u16() {
  const std::string_view value = bytes(2);
  return value.empty() ? std::uint16_t{0} : word(value, 0);
}

std::uint32_t Cursor::u32() {
  const std::uint32_t low = u16();
  return low | (std::uint32_t{u16()} << 16);
}

double Cursor::f64() {
  const std::uint64_t low = u32();
  return std::bit_cast<double>(low | (std::uint64_t{u32()} << 32));
}

void Cursor::skip(std::size_t count) {
  while (count > 0) {
    const std::size_t here = std::min(count, rest().size());
    at_ += here;
    count -= here;
    if (count == 0) return;
    if (part_ + 1 >= parts_.size()) {
      good_ = false;
      return;
    }
    next_part();
  }
}

std::string Cursor::characters(std::size_t count, bool wide) {
  std::u16string units;
  while (count > 0) {
    if (rest().empty()) {
      if (part_ + 1 >= parts_.size()) {
        good_ = false;
        break;
      }
      next_part();
      wide = (u8() & 1) != 0;
      continue;
    }
    const std::string_view left = rest();
    const std::size_t here = std::min(count, left.size() / (wide ? 2 : 1));
    if (here == 0) {
      good_ = false;
      break;
    }
    for (std::size_t i = 0; i < here; ++i) {
      units +=
          static_cast<char16_t>(wide ? word(left, 2 * i) : static_cast<unsigned char>(left[i]));
    }
    at_ += here * (wide ? 2 : 1);
    count -= here;
  }
  return to_utf8(units);
}

std::string Cursor::unicode_string(std::size_t count) {
  const std::uint8_t flags = u8();
  const std::size_t runs = (flags & 8) != 0 ? u16() : 0;
  const std::size_t phonetic = (flags & 4) != 0 ? u32() : 0;
  std::string text = characters(count, (flags & 1) != 0);
  skip(4 * runs + phonetic);
  return text;
}

std::string Cursor::string(Strings& strings, std::size_t count_bytes) {
  const std::size_t count = count_bytes == 1 ? u8() : u16();
  if (count == 0) return {};  // its flags may be left out
  if (strings.unicode()) return unicode_string(count);
  return strings.bytes(bytes(count));
}

double rk_value(std::uint32_t rk) {
  double value = (rk & 2) != 0 ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                               : std::bit_cast<double>(std::uint64_t{rk & 0xFFFFFFFCU} << 32);
  if ((rk & 1) != 0) value /= 100;
  return value;
}

std::string_view error_text(std::uint8_t code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    case 0x2A:
      return "#N/A";
    default:
      return "#ERR!";
  }
}

}  // namespace guidang::extract::biff
