// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace guidang::arrange {

/// Characters of a volume's title, 之一 and brackets included (GB/T 9705-2008).
inline constexpr std::size_t kLongestTitle = 50;

/// What an item gives to the title of its volume.
struct TitleSource {
  std::string_view creator{};  ///< 作者; joint ones parted by blanks
  std::string_view title{};
  std::string_view doctype{};  ///< 文种, "" when not known
  std::string_view matter{};   ///< 问题, as the profile's table names it; "" when it does not
};

struct VolumeTitle {
  std::string text{};
  /// No question is common to the items, or author or kind is not known: the text is made of what
  /// is known and stands in [ ].
  bool made_up = false;
};

/// 案卷题名 = 作者 + 问题 + 文种 (TTL-01) out of what all items say alike; `part` adds 之一, 之二 …
/// (0: none). At least one item.
[[nodiscard]] VolumeTitle volume_title(std::span<const TitleSource> items, int year,
                                       std::uint32_t part);

/// What a title is about.
struct Matter {
  std::string text{};  ///< 拨付防汛资金 of 关于拨付防汛资金的请示
  bool about = false;  ///< the title says 关于
};
[[nodiscard]] Matter matter_of(std::string_view title, std::string_view creator);

/// 之一, 之十二; "" for 0.
[[nodiscard]] std::string part_suffix(std::uint32_t part);

}  // namespace guidang::arrange
