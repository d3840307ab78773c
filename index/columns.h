// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "index/joined.h"

namespace guidang::index {

/// Reads one value slot of many records, fast when they are asked for shard by shard and in each by
/// ascending id.
class Column {
 public:
  Column(const Joined& joined, unsigned slot) : joined_(joined), slot_(slot) {}

  /// "" when the record has none.
  [[nodiscard]] std::string at(const Place& place);

 private:
  const Joined& joined_;
  unsigned slot_;
  Place at_{};
  bool started_ = false;
  Xapian::ValueIterator value_{};
  Xapian::ValueIterator end_{};
};

}  // namespace guidang::index
