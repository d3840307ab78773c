// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stages/extract/format.h"
#include "stages/extract/limits.h"

namespace guidang::extract {

/// Which document a compound file (OLE2) holds, by its streams: doc, xls, ppt, msg,
/// encrypted_office or ole2. When its directory cannot be read, by the names that still stand in
/// its bytes.
[[nodiscard]] Format sniff_compound(int fd, const Limits& limits);

}  // namespace guidang::extract
