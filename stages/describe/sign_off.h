// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "stages/describe/zones.h"

namespace guidang::describe {

/// Finds 附件说明, 署名 and 成文日期, annexes and 版记 below the head, and where the document's own
/// text ends: what is published or forwarded with it follows there and has signatures of its own.
void find_tail(std::span<const Line> lines, Zones& zones);

}  // namespace guidang::describe
