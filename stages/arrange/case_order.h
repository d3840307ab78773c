// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace guidang::arrange {

/// One item of a case (文件 of one work, one meeting, one affair), as its order needs it.
struct CaseMember {
  std::string key{};      ///< by which items of one question follow each other: date, number …
  bool evidence = false;  ///< 罪证、旁证 and the like
  /// Indexes of members that stand behind this one: the 请示 of a 批复, what a 转发 passes on.
  std::vector<std::uint32_t> followers{};
};

/// The order inside a case, as indexes: 批复 before 请示, 转发 before 被转发 and each of them right
/// behind (ORD-02, ORD-04), conclusions before evidence (ORD-06), else by key (ORD-07). What
/// follows two others stands behind both. Ties that lead round in a circle are broken at the
/// smallest key. Depends on nothing but the members' keys; equal keys keep their order.
[[nodiscard]] std::vector<std::uint32_t> order_case(std::span<const CaseMember> members);

}  // namespace guidang::arrange
