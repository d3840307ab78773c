// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/profile.h"
#include "stages/arrange/split.h"

namespace guidang::arrange {

/// The six features by which documents are brought together (GB/T 9705, seed VOL-01).
enum class Feature : std::uint8_t {
  problem,        ///< 问题: the first `matter` row that fits
  time,           ///< 时间: month, quarter or half of the year
  name,           ///< 名称(文种)
  author,         ///< 作者
  correspondent,  ///< 通讯者: whom one wrote to, or who wrote
  area            ///< 地区: the first `area` row that fits
};

/// One way to form a volume: items for which all features are known and equal are together.
struct Scheme {
  std::string id{};
  std::vector<Feature> features{};
};

/// Words of which a title has one. The first row that fits wins.
struct WordRow {
  std::string id{};
  std::string title{};  ///< of a matter: as it stands in the titles of volumes
  std::vector<std::string> words{};
  std::vector<std::string> doctypes{};
};

/// What to do with an item whose volume is sealed already.
enum class Late : std::uint8_t { hold, append, open_new };

/// How volumes are formed, from the `arrange` section of the profile.
struct VolumeSettings {
  std::vector<Scheme> schemes{};  ///< tried in order; what none fits is together, per frame
  std::vector<WordRow> matters{};
  std::vector<WordRow> areas{};
  std::vector<WordRow> important{};     ///< the weightier, the earlier
  std::vector<std::string> evidence{};  ///< words of what a conclusion rests on
  std::vector<std::string> apart{};     ///< lines (系统) that never share a volume with another
  std::vector<std::string> periods{};   ///< names, in the order of the profile's table
  VolumeLimits limits{};
  Late late = Late::hold;
  bool whole_binding = true;  ///< 整卷装订; else each item has pages of its own
  int months = 1;             ///< of Feature::time

  /// Throws the profile's Failure.
  [[nodiscard]] static VolumeSettings read(const Profile& profile);

  /// Index of the first row with a word in the text or with the kind; the number of rows if none.
  [[nodiscard]] static std::size_t fitting(const std::vector<WordRow>& rows, std::string_view text,
                                           std::string_view doctype);
  /// The line's own name when it stands apart, else 政 for all others; "" when not known.
  [[nodiscard]] std::string frame_line(std::string_view line) const;
};

}  // namespace guidang::arrange
