// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/cli/console.h"
#include "pipeline/facts.h"

namespace guidang::cli {

/// A description as a person reads the document: element by element in the order of the page, each
/// with its place and how sure it is; what other places say stands below it, and at the end what
/// was not seen. Elements below `bound` are marked for a person to settle.
void print(const Description& description, double bound, const Console& console);

}  // namespace guidang::cli
