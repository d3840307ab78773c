// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/calendar/working_calendar.h"
#include "pipeline/organs/authority.h"
#include "pipeline/view.h"
#include "stages/check/rule.h"

namespace guidang::check {

/// All that a predicate may look at: one item, the rule's row, the calendar. Made once an item.
struct RuleContext {
  const View& item;
  const View& main;  ///< of the item's documents, the one it is described by
  const Origin& origin;
  const Description& description;
  const Rule* rule = nullptr;
  const WorkingCalendar* calendar = nullptr;
  const organs::Authority* organs = nullptr;
  Direction direction = Direction::unknown;  ///< also from what a bare file implies
  Standing sender = Standing::unknown;
  double bound = 0.0;          ///< the profile's: a field read with less confidence is for a person
  std::optional<Date> date{};  ///< 成文日期, when it is known and a day

  [[nodiscard]] static RuleContext of(const View& item, const organs::Authority& organs,
                                      const WorkingCalendar* calendar);

  [[nodiscard]] std::string_view value(std::string_view field) const {
    return description.value(field);
  }
  /// The item's documents; the view itself when it is a document.
  [[nodiscard]] std::vector<const View*> documents() const;
  /// How many components of the item have this role, as components or as whole documents.
  [[nodiscard]] std::size_t count(Role role) const;
  [[nodiscard]] bool has_relation(std::string_view kind) const;
  /// The main component's text was read, so that what it does not say is not there.
  [[nodiscard]] bool text_read() const;
  /// Pages of the main components of the main document; empty when not read.
  [[nodiscard]] std::vector<std::string> main_pages() const;
  /// What people wrote about the handling: 办理情况, 备注 and ledger columns of no field.
  [[nodiscard]] std::string handling_notes() const;
};

/// What a predicate saw, for the finding.
struct Outcome {
  std::string found{};
  std::string expected{};
  std::string field{};  ///< whose source is the place; a field name
  std::string flaw{};   ///< picks rows of the severity table
};

}  // namespace guidang::check
