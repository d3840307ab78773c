// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/view.h"
#include "stages/arrange/order.h"
#include "stages/arrange/volume_settings.h"

namespace guidang::arrange {

/// What a volume never mixes: its series, 年度 (VOL-02), 党政 (VOL-03) and 保管期限 (VOL-06).
struct Frame {
  std::string series{};
  int year = 0;
  std::string period{};  ///< by name
  std::string line{};    ///< of VolumeSettings::frame_line

  friend bool operator==(const Frame&, const Frame&) = default;
  /// All of it, for ids.
  [[nodiscard]] std::string text() const;
  /// Eight bytes that stand for it.
  [[nodiscard]] std::uint64_t key() const;
  /// For people: 2006年 永久 党.
  [[nodiscard]] std::string to_text() const;
};

/// One item on its way into a volume. Travels through sorters as bytes.
struct Member {
  RecordId item{};
  Frame frame{};
  std::string order{};  ///< Order::key
  std::string date{};
  std::string title{};
  std::string creator{};
  std::string doctype{};
  std::string correspondent{};
  std::uint32_t matter = 0;  ///< 1-based row of the profile's table; 0: none
  std::uint32_t area = 0;    ///< the same
  std::uint32_t weight = 0;  ///< 0 is the weightiest
  std::uint32_t pages = 0;   ///< 0: not known
  bool evidence = false;
  std::string volume{};      ///< a person's word where it goes
  std::uint32_t wanted = 0;  ///< a person's place in the volume; 0: none

  // Of its case, once that is known.
  std::uint32_t index = 0;  ///< 0-based in the case
  std::uint32_t case_items = 0;
  std::uint64_t case_pages = 0;
  std::uint32_t case_weight = 0;
  std::string case_order{};   ///< by which cases follow each other
  std::string case_volume{};  ///< what people said of its items; kNewVolume to open one
  std::string kin{};          ///< sealed volume that holds a part of the case
  std::string group{};        ///< by which the case is grouped: id of the scheme and its values
  std::string group_order{};  ///< by which groups follow each other
  std::string natural{};      ///< id of the volume by the rule alone

  [[nodiscard]] std::string pack() const;
  [[nodiscard]] static Member unpack(std::string_view bytes);
};

/// The member that a view shows; `frame.series` and `frame.period` are the caller's.
[[nodiscard]] Member member_of(const View& item, const VolumeSettings& settings,
                               const Order& order);

/// Pages of all parts of the item together; 0 when one of them is not known.
[[nodiscard]] std::uint32_t pages_of(const View& item);

/// The name of the meeting (第12次常务会议) and who tells of it; "" when the title names none.
[[nodiscard]] std::string meeting_of(std::string_view title, std::string_view creator);

/// By which a case goes: id of the first scheme whose features are all known, with their values,
/// and the key by which such groups follow each other.
struct Group {
  std::string id{};
  std::string order{};
  bool one_problem = false;  ///< its cases are all of one question
};
[[nodiscard]] Group group_of(const Member& lead, const VolumeSettings& settings);

}  // namespace guidang::arrange
