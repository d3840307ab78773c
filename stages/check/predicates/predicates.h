// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "stages/check/context.h"

namespace guidang::check {

/// Looks at one item by one rule. Never answers pass for what it could not see: what is unknown is
/// not_checkable. The rule's filters and era have been asked before.
using Test = RuleResult (*)(const RuleContext&, Outcome&);

/// Throws the profile's Failure when the parameters of a row do not suit the test.
using CheckParams = void (*)(const Rule&);

/// A named test; its name is what profiles cite.
struct Predicate {
  std::string_view name{};
  Test test = nullptr;
  CheckParams check_params = nullptr;  ///< asked when a profile is read; null: takes none
};

/// All of them, by name.
[[nodiscard]] std::span<const Predicate> predicates();
[[nodiscard]] const Predicate* find_predicate(std::string_view name);

// dates.cpp
void days_param(const Rule& rule);
RuleResult date_present(const RuleContext& context, Outcome& outcome);
RuleResult date_possible(const RuleContext& context, Outcome& outcome);
RuleResult received_not_before_date(const RuleContext& context, Outcome& outcome);
RuleResult printed_not_before_date(const RuleContext& context, Outcome& outcome);
RuleResult received_within_working_days(const RuleContext& context, Outcome& outcome);
// number_form.cpp
void number_form_params(const Rule& rule);
RuleResult number_form(const RuleContext& context, Outcome& outcome);
// title.cpp
RuleResult title_present(const RuleContext& context, Outcome& outcome);
RuleResult title_has_doctype(const RuleContext& context, Outcome& outcome);
RuleResult title_has_matter(const RuleContext& context, Outcome& outcome);
RuleResult title_not_supplied(const RuleContext& context, Outcome& outcome);
// sources.cpp
void field_param(const Rule& rule);
RuleResult sources_agree(const RuleContext& context, Outcome& outcome);
RuleResult sure_enough(const RuleContext& context, Outcome& outcome);
// routing.cpp
RuleResult single_recipient(const RuleContext& context, Outcome& outcome);
RuleResult no_skipped_level(const RuleContext& context, Outcome& outcome);
RuleResult secrecy_has_term(const RuleContext& context, Outcome& outcome);
// completeness.cpp
void answers_param(const Rule& rule);
RuleResult attachments_present(const RuleContext& context, Outcome& outcome);
RuleResult record_complete(const RuleContext& context, Outcome& outcome);
RuleResult request_answered(const RuleContext& context, Outcome& outcome);

}  // namespace guidang::check
