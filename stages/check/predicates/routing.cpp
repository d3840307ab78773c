// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/organs/names.h"
#include "stages/check/predicates/predicates.h"

namespace guidang::check {

namespace {

const organs::Organ* organ_of(const RuleContext& context, std::string_view name) {
  return context.organs->find(name, context.date).organ;
}

/// Two names of one organ are one recipient.
std::size_t count_organs(const RuleContext& context, const std::vector<std::string>& names) {
  std::set<const organs::Organ*> known;
  std::size_t unknown = 0;
  for (const std::string& name : names) {
    const organs::Organ* organ = organ_of(context, name);
    if (organ == nullptr) {
      ++unknown;
    } else {
      known.insert(organ);
    }
  }
  return known.size() + unknown;
}

/// The organ that was passed by has a copy.
bool has_copy(const RuleContext& context, const organs::Organ& passed_by) {
  const Field* copies = context.description.find("cc");
  if (copies == nullptr) return false;
  return std::any_of(copies->values.begin(), copies->values.end(), [&](const std::string& name) {
    const organs::Organ* organ = organ_of(context, name);
    return organ != nullptr &&
           &context.organs->principal(*organ) == &context.organs->principal(passed_by);
  });
}

}  // namespace

RuleResult no_skipped_level(const RuleContext& context, Outcome& outcome) {
  const Field* recipients = context.description.find("recipients");
  const organs::Organ* sender = organ_of(context, context.value("creator"));
  if (recipients == nullptr || sender == nullptr) return RuleResult::not_checkable;
  const organs::Organ* superior = context.organs->parent(context.organs->principal(*sender));
  bool all_known = true;
  for (const std::string& name : recipients->values) {
    const organs::Organ* receiver = organ_of(context, name);
    all_known = all_known && receiver != nullptr;
    if (receiver == nullptr || !context.organs->skips_level(*sender, *receiver)) continue;
    if (superior == nullptr || has_copy(context, *superior)) continue;
    outcome.field = "recipients";
    outcome.found = fmt::format("{} → {}", context.value("creator"), name);
    outcome.expected = fmt::format("主送或抄送 / to, or with a copy to {}",
                                   organs::name_on(*superior, context.date));
    return RuleResult::fail;
  }
  return all_known ? RuleResult::pass : RuleResult::not_checkable;
}

RuleResult single_recipient(const RuleContext& context, Outcome& outcome) {
  const Field* recipients = context.description.find("recipients");
  if (recipients == nullptr) return RuleResult::not_checkable;
  if (count_organs(context, recipients->values) == 1) return RuleResult::pass;
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
