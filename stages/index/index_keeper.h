// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>

#include "pipeline/facts.h"
#include "pipeline/home/home.h"

namespace guidang {

/// Lets the index follow what people decide about sealed records at once, without a run: what is
/// closed or withdrawn can be found by no stranger when the command that decided returns, and what
/// is opened can. Every command that writes decisions uses one, on a home open for writing:
///
///     IndexKeeper index(home);
///     index.about_to_decide(rulings);   // all of them, before any is written
///     … the commit …
///     index.follow();
///
/// Closing comes first in the index and then in the register, so whoever is killed in between
/// leaves a record closed that is still open by the register; a mark in the index folder makes the
/// next run look again.
class IndexKeeper {
 public:
  explicit IndexKeeper(Home& home) : home_(home) {}

  /// A decision to come: its record, field and value.
  struct Ruling {
    RecordId record{};
    std::string field{};
    std::string value{};
  };
  /// Takes out of what strangers may search all records that might be closed.
  void about_to_decide(std::span<const Ruling> rulings);

  struct Followed {
    std::size_t open = 0;     ///< of the decided items: strangers find them now
    std::size_t staff = 0;    ///< only staff do
    std::size_t nowhere = 0;  ///< nobody does
    [[nodiscard]] std::size_t items() const { return open + staff + nowhere; }
    bool behind = false;  ///< there is no index yet: a run makes it
  };
  /// Says of each decided item in the index what the register says now. An index that cannot be
  /// carried on is made anew.
  Followed follow();

 private:
  [[nodiscard]] RecordId item_of(const RecordId& record);

  Home& home_;
  std::set<RecordId> items_{};
};

}  // namespace guidang
