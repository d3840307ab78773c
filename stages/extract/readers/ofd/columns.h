// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "stages/extract/readers/ofd/rows.h"

namespace guidang::extract::ofd {

/// Spans of one line, from left to right.
using LineOfSpans = std::vector<const Span*>;

/// The lines in reading order. Rows stay whole, as tables want it, except where both sides of a
/// gap are running text over several rows: those are columns, read one after the other.
[[nodiscard]] std::vector<LineOfSpans> reading_order(const std::vector<Span>& spans);

}  // namespace guidang::extract::ofd
