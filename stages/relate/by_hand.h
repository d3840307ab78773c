// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/view.h"
#include "pipeline/tie_kinds.h"
#include "stages/relate/row.h"

namespace guidang::relate {

/// What people decided about ties: set, or taken back for good.
class ByHand {
 public:
  struct Set {
    Tie tie{};
    std::string by{};
  };

  /// Every document, in any order, before `settle`.
  void see(const View& document, const Row& row);
  /// Sorts out which ties can hold. Deterministic, whatever the order of documents.
  void settle();

  /// In order; their documents exist, and with the ties of the machine they lead round in no
  /// circle.
  [[nodiscard]] const std::vector<Set>& ties() const { return set_; }
  /// Ties that cannot hold, to be told on `tie.from`.
  [[nodiscard]] const std::vector<Set>& refused() const { return refused_; }
  [[nodiscard]] bool undone(const Tie& tie) const;
  /// A tie by hand goes against the order of dates: the machine adds none behind it.
  [[nodiscard]] bool closed_to_machine(const Tie& tie) const;
  /// A person says that another is its duplicate.
  [[nodiscard]] bool stands(const RecordId& document) const { return stands_.contains(document); }

 private:
  [[nodiscard]] bool reaches(const TieKind* kind, const RecordId& from, const RecordId& to) const;
  [[nodiscard]] std::optional<std::int32_t> age(const RecordId& document) const;
  void close_behind(const Tie& tie);

  std::vector<Set> set_;
  std::vector<Set> refused_;
  std::set<std::string> undone_;
  std::set<std::string> closed_;
  std::set<RecordId> stands_;
  std::map<std::pair<const TieKind*, RecordId>, std::vector<RecordId>> edges_;
  std::vector<std::pair<std::uint64_t, std::int32_t>> ages_;  ///< of every document
};

}  // namespace guidang::relate
