// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/han_number.h"

#include <string>

#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

constexpr int kLargest = 99'999'999;
constexpr std::size_t kMostCharacters = 24;

/// 十, 百, 千, 万 and their financial forms; 0 for anything else.
int place_value(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    case U'万':
    case U'萬':
      return 10000;
    default:
      return 0;
  }
}

/// 廿 and 卅: two digits in one character.
int tens_value(char32_t c) {
  if (c == U'廿' || c == U'卄') return 20;
  if (c == U'卅') return 30;
  if (c == U'卌') return 40;
  return 0;
}

std::optional<int> digit_by_digit(const std::u32string& text) {
  int value = 0;
  for (const char32_t c : text) {
    const auto digit = digit_value(c);
    if (!digit || value > kLargest / 10) return std::nullopt;
    value = value * 10 + *digit;
  }
  return value;
}

/// The grammar of places: each place smaller than the one before, 零 only between places.
class ByPlace {
 public:
  std::optional<int> read(const std::u32string& text) {
    for (const char32_t c : text) {
      if (!take(c)) return std::nullopt;
    }
    if (digit_ < 0 && last_was_zero_) return std::nullopt;
    return myriads_ + section_ + (digit_ > 0 ? digit_ : 0);
  }

 private:
  bool take(char32_t c) {
    if (const int tens = tens_value(c); tens != 0) return take_tens(tens);
    if (const int place = place_value(c); place == 10000)
      return take_myriad();
    else if (place != 0)
      return take_place(place);
    const auto digit = digit_value(c);
    if (!digit) return false;
    if (*digit == 0) {
      if (digit_ >= 0 || last_was_zero_ || last_place_ == 0) return false;
      last_was_zero_ = true;
      return true;
    }
    if (digit_ >= 0) return false;
    digit_ = *digit;
    last_was_zero_ = false;
    return true;
  }

  bool take_tens(int tens) {
    if (digit_ >= 0 || last_place_ <= 10) return false;
    section_ += tens;
    last_place_ = 10;
    last_was_zero_ = false;
    return true;
  }

  bool take_place(int place) {
    if (place >= last_place_) return false;
    // 十 alone is 一十; 百 and 千 need their digit.
    if (digit_ < 0 && place != 10) return false;
    section_ += (digit_ < 0 ? 1 : digit_) * place;
    digit_ = -1;
    last_place_ = place;
    last_was_zero_ = false;
    return true;
  }

  bool take_myriad() {
    section_ += digit_ > 0 ? digit_ : 0;
    if (myriads_ != 0 || section_ == 0) return false;
    myriads_ = section_ * 10000;
    section_ = 0;
    digit_ = -1;
    last_place_ = 10000;
    last_was_zero_ = false;
    return true;
  }

  int myriads_ = 0;
  int section_ = 0;
  int digit_ = -1;
  int last_place_ = 100000;
  bool last_was_zero_ = false;
};

}  // namespace

bool is_zero(char32_t c) {
  switch (c) {
    case U'0':
    case U'０':
    case U'〇':
    case U'○':
    case U'◯':
    case U'零':
    case U'O':
    case U'o':
    case U'Ｏ':
    case U'ｏ':
    case 0x039F:  // Greek capital and small omicron
    case 0x03BF:
    case 0x041E:  // Cyrillic capital and small o
    case 0x043E:
    case 0x25CF:  // black circle, large and heavy circles, as typed for 〇
    case 0x2B55:
    case 0x26AA:
      return true;
    default:
      return false;
  }
}

std::optional<int> digit_value(char32_t c) {
  if (is_zero(c)) return 0;
  if (c >= U'1' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'１' && c <= U'９') return static_cast<int>(c - U'０');
  constexpr std::u32string_view kPlain = U"一二三四五六七八九";
  constexpr std::u32string_view kFinancial = U"壹贰叁肆伍陆柒捌玖";
  if (const auto at = kPlain.find(c); at != kPlain.npos) return static_cast<int>(at) + 1;
  if (const auto at = kFinancial.find(c); at != kFinancial.npos) return static_cast<int>(at) + 1;
  if (c == U'两' || c == U'兩') return 2;
  return std::nullopt;
}

std::optional<int> parse_han_number(std::string_view text) {
  std::u32string characters;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next(text, pos);
    if (is_blank(c)) continue;
    if (characters.size() == kMostCharacters) return std::nullopt;
    characters.push_back(c);
  }
  if (characters.empty()) return std::nullopt;
  if (const auto value = digit_by_digit(characters)) {
    return *value <= kLargest ? value : std::nullopt;
  }
  const auto value = ByPlace().read(characters);
  return value && *value <= kLargest ? value : std::nullopt;
}

}  // namespace guidang::text
