// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "stages/receive/document.h"
#include "stages/receive/ledger.h"

namespace guidang::receive {

/// A file that is no part of a document, and what is to be said of it.
struct PlainFile {
  FileRow row{};
  std::vector<Finding> findings{};
};

/// batch.xml: what it says, and its row of the account.
struct ReadBatchFile {
  BatchFile content{};
  PlainFile file{};
};
[[nodiscard]] ReadBatchFile read_batch_file(const Context& context, const Entry& entry);

/// Reads one register into `ledgers`.
[[nodiscard]] PlainFile read_ledger(const Context& context, const Entry& entry, Ledgers& ledgers);

/// What is ignored or refused by its name or kind, and archives.
[[nodiscard]] PlainFile pass_over(const Context& context, const Entry& entry);

}  // namespace guidang::receive
