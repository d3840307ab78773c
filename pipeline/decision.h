// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/facts.h"

namespace guidang {

/// What a person decided about one field of one record. It overlays what stages find, for good.
///
/// Fields: every name of `fields.h` (documents) · `period` `filed` `opening` `control` `year`
/// `answer:<QUESTION>` (items) · `return` (approved|refused, by its approver) · `waive:<CODE>` ·
/// `duplicate` (no) · `withdraw` · `merge` (document id of the item's main document) · `split` ·
/// `pin` · `register_no` (stubs).
struct Decision {
  std::string value{};  ///< "" withdraws an earlier decision
  std::string by{};
  std::string date{};  ///< ISO, the day it was made
  std::string why{};
};

/// The standing decisions of one record by field.
using Decisions = std::map<std::string, Decision, std::less<>>;

/// Lays the decisions over a fact as stages and people read it: description fields, period, filed,
/// opening, control, year. Values from people have source "person" and confidence 1.
void overlay(Fact& fact, const Decisions& decisions);

}  // namespace guidang
