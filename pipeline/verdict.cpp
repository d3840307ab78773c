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

bool open_finding(const Standing& standing, Severity severity) {
  return std::any_of(standing.findings.begin(), standing.findings.end(), [&](const Finding& f) {
    return f.severity == severity && !waived(f, standing.decisions);
  });
}

}  // namespace

bool waived(const Finding& finding, const Decisions* decisions) {
  return !decided(decisions, "waive:" + finding.code).empty();
}

Verdict verdict(const Standing& standing) {
  if (standing.stub) return Verdict::stub;
  if (decided(standing.decisions, "withdraw") == "yes") return Verdict::withdrawn;
  if (standing.duplicate && decided(standing.decisions, "duplicate") != "no") {
    return Verdict::duplicate;
  }
  const std::string_view give_back = decided(standing.decisions, "return");
  if (give_back == "approved") return Verdict::returned;
  if (give_back != "refused" && open_finding(standing, Severity::give_back)) {
    return Verdict::return_proposed;
  }
  if (!standing.filed) return Verdict::not_filed;
  if (!standing.complete || open_finding(standing, Severity::hold)) return Verdict::held;
  return Verdict::accepted;
}

Verdict verdict(const View& item) {
  const Appraisal* appraisal = item.find<Appraisal>();
  const FilingYear* filing_year = item.find<FilingYear>();
  Standing standing;
  standing.filed = appraisal == nullptr || appraisal->filed;
  standing.complete = item.find<Checks>() != nullptr && appraisal != nullptr &&
                      !appraisal->period.empty() && filing_year != nullptr &&
                      filing_year->year.has_value();
  standing.findings = item.findings();
  standing.decisions = &item.decisions();
  return verdict(standing);
}

}  // namespace guidang
