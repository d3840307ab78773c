// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/register/register.h"
#include "stages/review/decider.h"

namespace guidang::review {

/// An event that is made of nothing but decisions, and so can be taken back.
struct DecisionEvent {
  std::int64_t id = 0;
  std::string what{};  ///< "decision" "review" "undo" "volume" …
  std::string by{};    ///< of its first decision
  std::string date{};
  std::uint64_t decisions = 0;
  std::int64_t undone_by = 0;  ///< event that took it back; 0: it stands
  std::int64_t undoes = 0;     ///< event that it took back; 0: it is no undoing
};

/// The events of decisions, newest first, until `visit` returns false.
void for_each_decision_event(Register& source,
                             const std::function<bool(const DecisionEvent&)>& visit);

struct UndoRequest {
  std::int64_t event = 0;  ///< 0: the newest that stands and is no undoing
  std::string by{};
  std::string date{};  ///< ISO
  std::string why{};   ///< may be empty
  std::string at{};    ///< wall clock for the event, for people only
  /// Called once before the first decision is written, with all of them; may be empty.
  std::function<void(std::span<const Settled>)> before_writing{};
};

struct UndoReport {
  std::int64_t undone = 0;
  std::int64_t event = 0;           ///< of the undoing
  std::vector<Settled> restored{};  ///< what stands again; "" where nothing stood
};

/// Takes the decisions of one event back by new decisions that restore what stood before; nothing
/// is deleted, and an undoing can be undone. Throws Failure (usage) when there is no such event,
/// when it is more than decisions or was taken back before, when later decisions changed the same
/// fields (it names them), and when what it decided has been sealed.
[[nodiscard]] UndoReport undo(Register& target, const UndoRequest& request);

}  // namespace guidang::review
