// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/findings/finding.h"
#include "stages/receive/group.h"
#include "stages/receive/sidecar.h"

namespace guidang::receive {

/// Gives the group the roles that its record.xml lists, instead of those the names say.
void apply_parts(Group& group, const Sidecar& sidecar, const std::vector<Entry>& entries,
                 std::vector<Finding>& findings);

}  // namespace guidang::receive
