// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/check/check.h"

#include <algorithm>
#include <array>

#include "pipeline/files/digest.h"
#include "stages/check/context.h"
#include "stages/check/predicates/predicates.h"

namespace guidang {
namespace {

using check::Outcome;
using check::Rule;
using check::RuleContext;

/// Where `describe` draws the line when its section does not say.
constexpr double kConfidence = 0.6;

constexpr std::array kReads{
    Read{FactKind::item},       Read{FactKind::origin, true},      Read{FactKind::components, true},
    Read{FactKind::text, true}, Read{FactKind::description, true}, Read{FactKind::relations, true},
};

constexpr StageInfo kInfo{.name = "check",
                          .zh = "审查",
                          .summary = "holds each item against the rules of the profile",
                          .scope = Scope::item,
                          .reads = kReads,
                          .writes = FactKind::checks};

template <typename T>
bool admits(const std::vector<T>& filter, const T& value) {
  return filter.empty() || std::find(filter.begin(), filter.end(), value) != filter.end();
}

/// Filters and era; pass means that the predicate is to be asked.
RuleResult applies(const Rule& rule, const RuleContext& context) {
  if (!admits(rule.purposes, context.origin.purpose)) return RuleResult::not_applicable;
  if (!rule.directions.empty() && context.direction == Direction::unknown &&
      !admits(rule.directions, Direction::unknown)) {
    return RuleResult::not_checkable;
  }
  if (!admits(rule.directions, context.direction)) return RuleResult::not_applicable;
  const std::string doctype{context.value("doctype")};
  if (!rule.doctypes.empty() && doctype.empty() && context.value("title").empty()) {
    return RuleResult::not_checkable;
  }
  if (!admits(rule.doctypes, doctype)) return RuleResult::not_applicable;
  if (!rule.valid_from && !rule.valid_to) return RuleResult::pass;
  if (!context.date) return RuleResult::not_checkable;
  const bool in_era = (!rule.valid_from || *context.date >= *rule.valid_from) &&
                      (!rule.valid_to || *context.date <= *rule.valid_to);
  return in_era ? RuleResult::pass : RuleResult::not_applicable;
}

struct Failed {
  const Rule* rule = nullptr;
  Outcome outcome{};
  Severity severity = Severity::note;
};

bool same_sight(const Failed& a, const Failed& b) {
  return a.rule->predicate == b.rule->predicate && a.outcome.found == b.outcome.found &&
         a.outcome.expected == b.outcome.expected && a.outcome.field == b.outcome.field;
}

Finding finding_of(const Failed& failed, const RuleContext& context) {
  Finding finding{.code = failed.rule->id, .severity = failed.severity};
  finding.path = context.origin.place;
  const auto it = context.description.fields.find(failed.outcome.field);
  // "1:9" is a place; "derived" and "file name" are none.
  const bool placed =
      it != context.description.fields.end() && it->second.source.find(':') != std::string::npos;
  finding.place = placed ? it->second.source : failed.outcome.field;
  finding.found = failed.outcome.found;
  finding.expected = failed.outcome.expected;
  finding.citations.push_back(failed.rule->citation);
  return finding;
}

/// One finding for all that saw the same; the gravest speaks, the first among equals.
void report(const std::vector<Failed>& all, const RuleContext& context, Findings& findings) {
  std::vector<bool> told(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (told[i]) continue;
    std::vector<std::size_t> group;
    for (std::size_t j = i; j < all.size(); ++j) {
      if (!told[j] && same_sight(all[i], all[j])) group.push_back(j);
    }
    std::size_t speaker = group.front();
    for (const std::size_t j : group) {
      told[j] = true;
      if (all[j].severity > all[speaker].severity) speaker = j;
    }
    Finding finding = finding_of(all[speaker], context);
    for (const std::size_t j : group) {
      if (j == speaker) continue;
      finding.citations.push_back(all[j].rule->id);
      finding.citations.push_back(all[j].rule->citation);
    }
    findings.add(std::move(finding));
  }
}

}  // namespace

Check::Check(const Profile& profile, std::shared_ptr<const organs::Authority> organs)
    : rules_(check::Rules::load(profile)),
      organs_(std::move(organs)),
      bound_(profile.section("describe").share("confidence", kConfidence)),
      profile_(profile.id() + " " + profile.version()) {
  std::string basis = profile.section_digest("check") + profile_ + organs_->digest();
  basis += std::to_string(bound_);
  if (!rules_.calendar().empty()) {
    calendar_ = WorkingCalendar::load(profile.data_root() / rules_.calendar());
    basis += profile.file_digest(rules_.calendar());
  }
  settings_ = files::sha256_hex(basis);
}

const StageInfo& Check::info() const { return kInfo; }

std::optional<Fact> Check::run(const View& view, Findings& findings) const {
  RuleContext context = RuleContext::of(view, *organs_, calendar_ ? &*calendar_ : nullptr);
  context.bound = bound_;
  Checks checks{.profile = profile_};
  std::vector<Failed> failed;
  for (const Rule& rule : rules_.list()) {
    if (!rule.on || rule.predicate.empty()) continue;
    context.rule = &rule;
    Outcome outcome;
    RuleResult result = applies(rule, context);
    if (result == RuleResult::pass) {
      result = check::find_predicate(rule.predicate)->test(context, outcome);
    }
    if (result == RuleResult::pass) {
      ++checks.passed;
      continue;
    }
    checks.others.emplace(rule.id, result);
    if (result != RuleResult::fail) continue;
    const Severity severity = rule.severity({.purpose = context.origin.purpose,
                                             .direction = context.direction,
                                             .sender = context.sender,
                                             .flaw = outcome.flaw});
    failed.push_back({&rule, std::move(outcome), severity});
  }
  report(failed, context, findings);
  return checks;
}

}  // namespace guidang
