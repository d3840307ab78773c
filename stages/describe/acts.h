// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/date.h"

/// What a 题注 tells: on which day who did what to a text.
namespace guidang::describe {

enum class ActKind : std::uint8_t {
  none,
  passed,     ///< passed, issued, amended: made the text what it is
  approved,   ///< by an organ above the issuer
  delivered,  ///< read to a meeting: 在…会议上
  effect      ///< takes effect: makes no document
};

struct Act {
  ActKind kind = ActKind::none;
  text::FoundDate date{};             ///< its offset is of the whole note
  std::vector<std::string> organs{};  ///< who acted, full names, without number of term or session
};

/// The acts of a note in the order of the text; days inside 《》 belong to what is named there.
[[nodiscard]] std::vector<Act> read_acts(std::string_view flat);

/// 上海市第十五届人民代表大会常务委员会第三十一次会议 → 上海市人民代表大会常务委员会
[[nodiscard]] std::string organ_of_session(std::string_view flat);

}  // namespace guidang::describe
