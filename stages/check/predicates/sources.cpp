// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/fields.h"
#include "stages/check/predicates/predicates.h"

namespace guidang::check {

void field_param(const Rule& rule) {
  const std::string& name = rule.param("field");
  if (find_field(name) == nullptr) {
    throw rule.flaw("field \"" + name + "\"", "a field of the description");
  }
}

RuleResult sources_agree(const RuleContext& context, Outcome& outcome) {
  const std::string& name = context.rule->param("field");
  const Field* field = context.description.find(name);
  if (field == nullptr) return RuleResult::not_applicable;
  // Who decided has seen them all. Several values within the text are describe's to weigh.
  const bool given =
      std::any_of(field->rivals.begin(), field->rivals.end(), [](const std::string& rival) {
        return rival.starts_with("ledger") || rival.starts_with("sidecar");
      });
  if (!given || field->source == "person") return RuleResult::pass;
  outcome.field = name;
  outcome.found = fmt::format("{}: {} | {}", field->source, field->values.front(),
                              fmt::join(field->rivals, " | "));
  outcome.expected = "各处一致 / the same everywhere";
  return RuleResult::fail;
}

RuleResult sure_enough(const RuleContext& context, Outcome& outcome) {
  const std::string& name = context.rule->param("field");
  const Field* field = context.description.find(name);
  if (field == nullptr) return RuleResult::not_applicable;
  if (field->confidence >= context.bound) return RuleResult::pass;
  outcome.field = name;
  outcome.found = fmt::format("{} ({:.2f})", field->values.front(), field->confidence);
  outcome.expected = fmt::format("可信度不低于 / confidence of at least {:.2f}", context.bound);
  return RuleResult::fail;
}

}  // namespace guidang::check
