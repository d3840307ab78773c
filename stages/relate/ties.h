// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_set>

#include "pipeline/stage.h"
#include "stages/relate/by_hand.h"
#include "stages/relate/row.h"

namespace guidang::relate {

/// Gathers what was found, document by document, and what later steps must know of it. What a
/// person took back is never added; what a person set is there from the beginning.
class Ties {
 public:
  Ties(std::unique_ptr<Sorter> sorter, const ByHand& by_hand, Sink& sink);

  // All give false when a person took the tie back, or it cannot be.
  bool add_duplicate(const Row& row, const Row& stands, const std::string& evidence);
  /// `row` is a version or an attachment of `main`, by its role.
  bool add_part(const Row& row, const Row& main, Role role, const std::string& evidence);
  bool add_answer(const Row& reply, const Row& request, const std::string& evidence);
  /// A tie and, where its kind has one, the other document's.
  bool add(const Row& from, std::string_view kind, const Row& to, const std::string& evidence);
  void report(const Row& row, Finding finding);

  [[nodiscard]] bool is_duplicate(const RecordId& id) const;
  /// A version or an attachment of another document.
  [[nodiscard]] bool is_part(const RecordId& id) const;
  [[nodiscard]] bool has_answered(const Row& row) const;
  [[nodiscard]] bool is_answered(const Row& row) const;
  /// A person says that another document is its duplicate.
  [[nodiscard]] bool stands(const Row& row) const { return by_hand_.stands(row.id); }
  /// One came again for the other.
  [[nodiscard]] bool resubmitted(const RecordId& one, const RecordId& other) const;

  /// Writes one Relations fact a document, in order of ids.
  void finish();

 private:
  using Keys = std::unordered_set<std::uint64_t>;

  void add_by_hand(const ByHand::Set& set);
  void put(const RecordId& from, std::string_view kind, const RecordId& to, Role role,
           const std::string& evidence);

  std::unique_ptr<Sorter> sorter_;
  const ByHand& by_hand_;
  Sink& sink_;
  Keys duplicates_;
  Keys parts_;
  Keys replies_;
  Keys answered_;
  Keys again_;  ///< pairs
};

}  // namespace guidang::relate
