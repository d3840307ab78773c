// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pipeline/verdict.h"

/// Every text of this room, Chinese and English side by side.
namespace guidang::review {

enum class Language : std::uint8_t { zh, en };

struct Both {
  std::string_view zh{};
  std::string_view en{};
  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

inline constexpr std::array<Both, kVerdictNames.size()> kVerdicts{
    Both{"合格", "accepted"},          Both{"待处理", "held"},
    Both{"拟退文", "return proposed"}, Both{"已退文", "returned"},
    Both{"不归档", "not to be filed"}, Both{"重份", "duplicate"},
    Both{"涉密存根", "stub"},          Both{"已撤回", "withdrawn"}};

// What a person may decide.
inline constexpr Both kWaive{"放行", "waive"};
inline constexpr Both kApprove{"同意退文", "approve return"};
inline constexpr Both kRefuse{"不退文", "refuse return"};
inline constexpr Both kPeriod{"定期限", "set period"};
inline constexpr Both kYear{"定年度", "set year"};
inline constexpr Both kNotFiled{"不归档", "not to be filed"};
inline constexpr Both kMerge{"并入", "merge into"};
inline constexpr Both kSplit{"拆开", "split"};
inline constexpr Both kWithdraw{"撤回", "withdraw"};
inline constexpr Both kFill{"填", "set "};
inline constexpr Both kAnswer{"答", "answer"};

inline constexpr Both kSheet{"待办", "review"};

}  // namespace guidang::review
