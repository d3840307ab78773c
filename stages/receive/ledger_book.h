// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/findings/finding.h"
#include "pipeline/reader.h"
#include "stages/receive/gate.h"
#include "stages/receive/ledger.h"

namespace guidang::receive {

/// What the bytes of a register came to.
struct LedgerFile {
  bool known = false;    ///< at least one sheet is a register
  bool above = false;    ///< bears a mark outside its rows: nothing of it may be shown or kept
  std::string damage{};  ///< why a workbook could not be read; "" when it could
};

/// Adds a register to `ledgers`: CSV in any encoding, or each sheet of a workbook that has known
/// headings, told by content. `ledger` says all but the sheet.
[[nodiscard]] LedgerFile add_ledger_file(const Ledger& ledger, const std::string& bytes,
                                         Reader& reader, const Gate& gate, Ledgers& ledgers,
                                         std::vector<Finding>& findings);

}  // namespace guidang::receive
