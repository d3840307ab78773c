// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "pipeline/decision.h"
#include "pipeline/findings/finding.h"

namespace guidang {

/// Where a document stands. One word a document; the account counts these.
enum class Verdict : std::uint8_t {
  accepted,
  held,             ///< a person must settle something first
  return_proposed,  ///< a rule asks for a return; nobody has approved it yet
  returned,         ///< its return has an approver
  not_filed,        ///< outside 归档范围
  duplicate,        ///< the same bytes as another document that stands
  stub,             ///< above the secrecy ceiling: only a number and a count
  withdrawn
};

inline constexpr std::array<std::string_view, 8> kVerdictNames{
    "accepted",  "held", "return_proposed", "returned", "not_filed",
    "duplicate", "stub", "withdrawn"};

[[nodiscard]] constexpr std::string_view to_text(Verdict verdict) {
  return kVerdictNames[static_cast<std::size_t>(verdict)];
}

/// All that the verdict depends on.
struct Grounds {
  bool stub = false;
  bool duplicate = false;  ///< relate found a twin that stands
  bool filed = true;       ///< appraise's answer with people's decisions over it
  bool complete = false;   ///< every stage up to `year` has spoken
  std::span<const Finding> findings{};
  const Decisions* decisions = nullptr;  ///< of the item's main document and the item, merged
};

/// The one verdict function; every report, format and exit status asks it.
[[nodiscard]] Verdict verdict(const Grounds& grounds);

class View;

/// The verdict on an item as a stage or a report sees it. The view holds Checks, Appraisal and
/// FilingYear, the findings, and the decisions of the item and its main document.
[[nodiscard]] Verdict verdict(const View& item);

/// Decision fields that the verdict of a view looks at, for a stage's declaration.
inline constexpr std::array<std::string_view, 3> kVerdictDecisions{"withdraw", "return", "waive:"};

/// True when a person has waived this finding by `waive:<CODE>`.
[[nodiscard]] bool waived(const Finding& finding, const Decisions* decisions);

}  // namespace guidang
