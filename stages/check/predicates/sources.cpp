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
  const bool given = std::ranges::any_of(field->rivals, [](const Rival& rival) {
    return rival.source == "ledger" || rival.source == "sidecar";
  });
  if (!given || field->source == "person") return RuleResult::pass;
  outcome.field = name;
  outcome.found = fmt::format("{}: {}", field->source, field->values.front());
  for (const Rival& rival : field->rivals) outcome.found += " | " + rival.to_text();
  outcome.expected = "各处一致 / the same everywhere";
  return RuleResult::fail;
}

RuleResult sure_enough(const RuleContext& context, Outcome& outcome) {
  const std::string& name = context.rule->param("field");
  const Field* field = context.description.find(name);
  if (field == nullptr) return RuleResult::not_applicable;
  if (field->confidence >= context.bound) return RuleResult::pass;
  outcome.field = name;
  outcome.found =
      fmt::format("{}: {} ({:.2f})", field->source, field->values.front(), field->confidence);
  for (const Rival& rival : field->rivals) {
    outcome.found += fmt::format(" | {} ({:.2f})", rival.to_text(), rival.confidence);
  }
  outcome.expected = fmt::format("可信度不低于 / confidence of at least {:.2f}", context.bound);
  return RuleResult::fail;
}

}  // namespace guidang::check
