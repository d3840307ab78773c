// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <sstream>

#include "pipeline/text/document_number.h"
#include "stages/check/predicates/predicates.h"

namespace guidang::check {
namespace {

using text::NumberFlaw;

struct FlawName {
  std::string_view name{};
  NumberFlaw flaw = NumberFlaw::brackets;
};

constexpr std::array kNames{FlawName{"brackets", NumberFlaw::brackets},
                            FlawName{"leading_zero", NumberFlaw::leading_zero},
                            FlawName{"ordinal_word", NumberFlaw::ordinal_word},
                            FlawName{"inner_blank", NumberFlaw::inner_blank},
                            FlawName{"odd_characters", NumberFlaw::odd_characters},
                            FlawName{"two_digit_year", NumberFlaw::two_digit_year},
                            FlawName{"missing_brackets", NumberFlaw::missing_brackets},
                            FlawName{"missing_year", NumberFlaw::missing_year},
                            FlawName{"missing_suffix", NumberFlaw::missing_suffix}};

bool has_flaw(const text::FoundNumber& number, std::string_view name) {
  const auto it = std::find_if(kNames.begin(), kNames.end(),
                               [&](const FlawName& each) { return each.name == name; });
  return it != kNames.end() && number.has(it->flaw);
}

}  // namespace

void number_form_params(const Rule& rule) {
  std::istringstream flaws{rule.param("flaws")};
  for (std::string flaw; flaws >> flaw;) {
    const bool known = flaw == "unreadable" ||
                       std::any_of(kNames.begin(), kNames.end(),
                                   [&](const FlawName& each) { return each.name == flaw; });
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
  std::istringstream flaws{context.rule->param("flaws")};
  for (std::string flaw; flaws >> flaw;) {
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
