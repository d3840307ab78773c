// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <sstream>

#include "pipeline/text/document_number.h"
#include "stages/check/predicates/predicates.h"

namespace guidang::check {
namespace {

bool has_flaw(const text::FoundNumber& number, std::string_view name) {
  const auto flaw = text::number_flaw_of(name);
  return flaw && number.has(*flaw);
}

}  // namespace

void number_form_params(const Rule& rule) {
  std::istringstream flaws{rule.param("flaws")};
  for (std::string flaw; flaws >> flaw;) {
    const bool known = flaw == "unreadable" || text::number_flaw_of(flaw);
    if (!known) throw rule.flaw("flaws \"" + flaw + "\"", "a flaw of document numbers");
  }
}

RuleResult number_form(const RuleContext& context, Outcome& outcome) {
  outcome.field = "document_number";
  const auto it = context.description.fields.find("document_number");
  if (it == context.description.fields.end()) return RuleResult::not_applicable;
  const Field& field = it->second;
  // A person's value is a decision, not what the document prints.
  if (field.source == "person") return RuleResult::not_applicable;
  outcome.found =
      !field.original.empty() || field.values.empty() ? field.original : field.values.front();
  if (outcome.found.empty()) return RuleResult::not_applicable;
  const std::optional<text::FoundNumber> number = text::read_document_number(outcome.found);
  // What the document's own date has completed is no guess any more.
  constexpr int kFullYear = 1000;
  const auto value = text::parse_document_number(context.description.value("document_number"));
  const bool settled = value && value->year >= kFullYear;
  std::istringstream flaws{context.rule->param("flaws")};
  for (std::string flaw; flaws >> flaw;) {
    if (flaw == "two_digit_year" && settled) continue;
    if (flaw == "unreadable") {
      if (number) continue;
      outcome.expected = "代字〔年份〕序号，如 云政办发〔2023〕1号";
      return RuleResult::fail;
    }
    if (number && has_flaw(*number, flaw)) {
      outcome.expected = flaw == "missing_year" ? "代字〔年份〕序号" : number->value.to_text();
      return RuleResult::fail;
    }
  }
  return number || context.rule->param("flaws") == "unreadable" ? RuleResult::pass
                                                                : RuleResult::not_checkable;
}

}  // namespace guidang::check
