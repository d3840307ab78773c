// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "pipeline/calendar/date.h"
#include "pipeline/facts.h"
#include "stages/describe/candidate.h"
#include "stages/describe/settings.h"

/// What the authority file of organisations (机构表) adds to a description.
namespace guidang::describe {

/// Notes which organs the offers for creator, recipients and cc mean, and writes the standard name
/// of `day` for informal ones. A full name and a 规范化简称 stay as the document has them, also one
/// that the organ no longer bears.
void settle_organs(Candidates& candidates, const organs::Authority& organs,
                   std::optional<Date> day);

/// Writes what follows from who sent it to whom: routing, incoming_class and line, and the creator
/// where only the number tells. `seen` is the description with people's decisions over it.
void derive_from_organs(const Origin& origin, const Description& seen,
                        const organs::Authority& organs, Description& description);

/// DSC-140 … DSC-143.
void report_organs(const Description& seen, const organs::Authority& organs, Findings& findings);

}  // namespace guidang::describe
