// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "pipeline/lists/item_values.h"
#include "pipeline/lists/notes.h"

namespace guidang::lists {

/// One box (档案盒) of a filed year.
struct Box {
  std::uint32_t number = 0;  ///< 盒号: from 1 in each series, apart from 件号
  std::string series{};
  Tally holds{};
  std::uint64_t thickness = 0;  ///< micrometres
  std::uint64_t spine = 0;      ///< millimetres
  NoteSheet notes{};
};

/// Puts items into boxes in the order of their codes and hands over each box when it is full. A
/// box holds one series of one period (DA/T 22-2015: neither years nor periods are mixed), and what
/// was put into full boxes never moves when items follow later. An item thicker than any box has
/// one of its own.
class BoxFiller {
 public:
  BoxFiller(const BoxRule& rule, std::function<void(const Box&)> full);

  void add(const ListRow& row);
  /// Hands over the last box.
  void finish();

 private:
  const BoxRule& rule_;
  std::function<void(const Box&)> full_;
  Box box_{};
};

}  // namespace guidang::lists
