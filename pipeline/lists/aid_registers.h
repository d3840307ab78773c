// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/lists/aid_settings.h"
#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// Entries of 收文登记簿 and 发文登记簿: every document of an item that came in or went out, drafts
/// and attachments apart, whatever became of it. A stub is never seen.
extern const LineKind kReceivedEntries;
extern const LineKind kIssuedEntries;

/// Each part of a register (党务, 政务, 函件) that the profile keeps apart is a sheet of its own.
void print_received_register(const PaperYear& year, Binder& binder);
/// With a line for numbers that are missing, over all parts together, and a word on repeated ones.
void print_issued_register(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
