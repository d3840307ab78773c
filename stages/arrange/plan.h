// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/register/register.h"

namespace guidang::arrange {

/// Decisions about an item: the volume it goes to (a volume's id, kNewVolume, or a name), and its
/// place there.
inline constexpr std::string_view kVolumeDecision = "volume";
inline constexpr std::string_view kOrderDecision = "volume_order";
inline constexpr std::string_view kNewVolume = "new";
/// Decisions about a volume, besides kOrderDecision (its place among the volumes).
inline constexpr std::string_view kTitleDecision = "title";
inline constexpr std::string_view kMergeDecision = "merge_into";

/// "v" and 16 hexadecimal digits.
[[nodiscard]] bool is_volume_id(std::string_view text);
/// 1 … 999,999; 0 for anything else.
[[nodiscard]] std::uint32_t order_of(std::string_view value);

/// What people decided about one volume.
struct VolumeDecisions {
  std::string title{};
  std::string merge_into{};  ///< id of another volume
  std::uint32_t order = 0;   ///< 0: none
};

/// What people decided about volumes, as it stood when it was loaded. Immutable.
class Plan {
 public:
  Plan() = default;
  explicit Plan(std::map<std::string, VolumeDecisions, std::less<>> volumes)
      : volumes_(std::move(volumes)) {}
  [[nodiscard]] static Plan load(Register& source);

  /// Of the volume; all empty when nobody decided anything.
  [[nodiscard]] const VolumeDecisions& of(std::string_view id) const;
  [[nodiscard]] bool empty() const { return volumes_.empty(); }
  /// Digest of all of it, for a stage's settings.
  [[nodiscard]] std::string digest() const;

 private:
  std::map<std::string, VolumeDecisions, std::less<>> volumes_;
};

}  // namespace guidang::arrange
