// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "stages/receive/document.h"

namespace guidang::receive {

/// Makes folders of archives: each stays as an entry of its own kind, and what lies in it, in
/// archives in it too, becomes entries behind its path. An archive that cannot be read or breaks a
/// limit stays a file. `entries` are classified before, and must be again.
void unpack(const Context& context, std::vector<Entry>& entries);

/// An archive whose name makes it a part of a document beside it (X_附件1.zip) is no folder: what
/// lies in it is part of that document, registers and sidecars included.
void attach_archives(std::vector<Entry>& entries, const Settings& settings);

}  // namespace guidang::receive
