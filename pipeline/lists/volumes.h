// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "pipeline/lists/item_values.h"
#include "pipeline/lists/notes.h"

namespace guidang::lists {

/// One volume (案卷) of a filed year, as its items say it.
struct Volume {
  std::string id{};
  std::string series{};  ///< its code up to 案卷号
  std::string code{};
  std::uint32_t number = 0;  ///< 案卷号
  std::string title{};       ///< 案卷题名
  Tally holds{};
  std::uint32_t first_page = 0;  ///< 0: not known
  std::uint32_t last_page = 0;
  NoteSheet notes{};

  void add(const ListRow& row);
};

/// Calls `visit` with each volume when its last item was read, in order of series and number. Items
/// without a volume are left out.
void for_each_volume(const PaperYear& year, const std::function<void(const Volume&)>& visit);

/// Sets what every form says of a volume: what a Tally puts, and volume_code volume volume_title
/// directory organ category.
void put_volume(const Volume& volume, const CodeReader& codes, forms::Values& values);

/// Calls `sheet` at the first row of each volume and `line` with each row and its 页号: the page
/// it begins on, and of the volume's last item from–to (GB/T 9705-2008).
void for_each_volume_row(const PaperYear& year, const std::function<void(const ListRow&)>& sheet,
                         const std::function<void(const ListRow&, const std::string&)>& line);

}  // namespace guidang::lists
