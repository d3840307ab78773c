// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace guidang::text {

/// The look-alikes that stand for zero in a number: 〇 ○ ◯ 零 O o 0 ０ Ｏ Ο (Greek) О (Cyrillic) …
[[nodiscard]] bool is_zero(char32_t code_point);

/// The value of one digit: 〇–九, 元 is none, 两 is 2, 0–9, ０–９, financial 壹–玖, every zero of
/// is_zero.
[[nodiscard]] std::optional<int> digit_value(char32_t code_point);

/// A whole number in Chinese or Arabic digits, either digit by digit (二○○六) or by place
/// (二十一, 廿五, 卅, 一百零三, 两千, 一万二千). nullopt for anything else or above 99,999,999.
[[nodiscard]] std::optional<int> parse_han_number(std::string_view text);

}  // namespace guidang::text
