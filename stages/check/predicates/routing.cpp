// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "stages/check/predicates/predicates.h"

namespace guidang::check {

RuleResult single_recipient(const RuleContext& context, Outcome& outcome) {
  const Field* recipients = context.description.find("recipients");
  if (recipients == nullptr) return RuleResult::not_checkable;
  if (recipients->values.size() == 1) return RuleResult::pass;
  outcome.field = "recipients";
  outcome.found = fmt::format("{} 个主送 / recipients: {}", recipients->values.size(),
                              fmt::join(recipients->values, "，"));
  outcome.expected = "1 个主送 / one recipient";
  return RuleResult::fail;
}

RuleResult secrecy_has_term(const RuleContext& context, Outcome& outcome) {
  const std::string_view level = context.value("secrecy");
  if (level.empty()) return RuleResult::not_applicable;
  if (!context.value("secrecy_term").empty()) return RuleResult::pass;
  outcome.field = "secrecy";
  outcome.found = std::string{level};
  outcome.expected = fmt::format("{}★保密期限 / the level with its term", level);
  return RuleResult::fail;
}

}  // namespace guidang::check
