// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"
#include "pipeline/register/views.h"
#include "stages/arrange/arrange.h"
#include "stages/arrange/member.h"

namespace guidang::cli {

/// A volume (案卷) as it stands in the register.
struct ShelfVolume {
  std::string id{};
  std::string code{};  ///< 预编 unless sealed
  std::string title{};
  arrange::Frame frame{};
  bool sealed = false;
  std::uint32_t pages = 0;        ///< 0: not known
  std::vector<RecordId> items{};  ///< in order
};

/// All volumes of a home after its last run, and what a decision about them must respect.
class Shelf {
 public:
  /// Throws Failure (usage) when the profile does not file by volume.
  Shelf(Register& source, const Profile& profile, const std::string& fonds);

  /// By id, code or title; null when none fits, or titles of several do.
  [[nodiscard]] const ShelfVolume* find(const std::string& text) const;
  [[nodiscard]] std::vector<const ShelfVolume*> in_order() const;
  [[nodiscard]] bool sealed(const RecordId& item) const;
  /// True when a person gave the item a place.
  [[nodiscard]] bool has_order(const RecordId& item) const;
  /// Year, period, line and series of an item. Throws Failure (usage) when they are not known yet.
  [[nodiscard]] arrange::Frame frame_of(const RecordId& item) const;
  /// "X043-1-0001-002  3–4  title", for people.
  [[nodiscard]] std::string line_of(const RecordId& item) const;

 private:
  struct Entry {
    std::string order{};
    RecordId item{};
    std::uint32_t last_page = 0;
  };
  void add(const Known& item, std::map<std::string, std::vector<Entry>>& entries);
  [[nodiscard]] View view_of(const Known& item) const;

  Register& source_;
  SeriesRule series_;
  arrange::VolumeSettings settings_;
  arrange::Order order_;
  Arrange stage_;
  std::map<std::string, ShelfVolume> volumes_;
};

}  // namespace guidang::cli
