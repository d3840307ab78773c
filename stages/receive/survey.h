// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/files/walk.h"
#include "pipeline/intake.h"
#include "stages/receive/gate.h"
#include "stages/receive/settings.h"

namespace guidang::receive {

/// What an entry of the batch is, told by its name and the names around it.
enum class EntryKind : std::uint8_t { file, refused, ignored, batch_file, ledger, sidecar, record };

struct Entry {
  std::string path{};  ///< raw bytes below the root
  EntryKind kind = EntryKind::file;
  files::WalkRefusal refusal = files::WalkRefusal::none;
  bool missing = false;    ///< named on the command line, and not there
  bool marked = false;     ///< a name on its way bears a mark above the ceiling
  std::uint16_t rule = 0;  ///< of `ignored` or `ledgers`; above: `<ignore>` of batch.xml
};

inline constexpr std::string_view kBatchFileName = "batch.xml";
inline constexpr std::string_view kRecordName = "record.xml";

/// What lies in the batch, in the order of the raw bytes of the paths; nothing is opened but
/// folders. `rootfd` is the batch folder. Throws Failure as `files::walk` does.
[[nodiscard]] std::vector<Entry> survey(const Batch& batch, int rootfd, const Settings& settings,
                                        const Gate& gate);

/// Says what each entry is; `more_ignored` are the patterns of batch.xml.
void classify(std::vector<Entry>& entries, const Settings& settings,
              const std::vector<IgnoreRule>& more_ignored);

}  // namespace guidang::receive
