// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/verdict.h"

#include <algorithm>
#include <string>

#include "pipeline/view.h"

namespace guidang {
namespace {

std::string_view decided(const Decisions* decisions, std::string_view field) {
  if (decisions == nullptr) return {};
  const auto it = decisions->find(field);
  return it == decisions->end() ? std::string_view{} : std::string_view{it->second.value};
}

bool open_finding(const Grounds& grounds, Severity severity) {
  return std::any_of(grounds.findings.begin(), grounds.findings.end(), [&](const Finding& f) {
    return f.severity == severity && !waived(f, grounds.decisions);
  });
}

}  // namespace

bool waived(const Finding& finding, const Decisions* decisions) {
  return !decided(decisions, "waive:" + finding.code).empty();
}

Verdict verdict(const Grounds& grounds) {
  if (grounds.stub) return Verdict::stub;
  if (decided(grounds.decisions, "withdraw") == "yes") return Verdict::withdrawn;
  if (grounds.duplicate && decided(grounds.decisions, "duplicate") != "no") {
    return Verdict::duplicate;
  }
  const std::string_view give_back = decided(grounds.decisions, "return");
  if (give_back == "approved") return Verdict::returned;
  if (give_back != "refused" && open_finding(grounds, Severity::give_back)) {
    return Verdict::return_proposed;
  }
  if (!grounds.filed) return Verdict::not_filed;
  if (!grounds.complete || open_finding(grounds, Severity::hold)) return Verdict::held;
  return Verdict::accepted;
}

Verdict verdict(const View& item) {
  const Appraisal* appraisal = item.find<Appraisal>();
  const FilingYear* filing_year = item.find<FilingYear>();
  Grounds grounds;
  grounds.filed = appraisal == nullptr || appraisal->filed;
  grounds.complete = item.find<Checks>() != nullptr && appraisal != nullptr &&
                     !appraisal->period.empty() && filing_year != nullptr &&
                     filing_year->year.has_value();
  grounds.findings = item.findings();
  grounds.decisions = &item.decisions();
  return verdict(grounds);
}

}  // namespace guidang
