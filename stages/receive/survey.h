// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/files/walk.h"
#include "pipeline/intake.h"
#include "stages/receive/gate.h"
#include "stages/receive/inside.h"
#include "stages/receive/settings.h"

namespace guidang::receive {

/// What an entry of the batch is, told by its name and the names around it.
enum class EntryKind : std::uint8_t {
  file,
  refused,
  ignored,
  batch_file,
  ledger,
  sidecar,
  record,
  archive  ///< its members are entries of their own
};

struct Entry {
  std::string path{};  ///< raw bytes below the root; a member's stands behind its container's
  EntryKind kind = EntryKind::file;
  files::WalkRefusal refusal = files::WalkRefusal::none;
  bool missing = false;        ///< named on the command line, and not there
  bool marked = false;         ///< a name on its way bears a mark above the ceiling
  std::uint16_t rule = 0;      ///< of `ignored` or `ledgers`; above: `<ignore>` of batch.xml
  std::uint32_t attached = 0;  ///< length of the path of the archive whose name makes it a part of
                               ///< a document beside it; 0 for none
  std::shared_ptr<const Inside> inside{};  ///< null in the batch folder
  std::shared_ptr<const Remark> remark{};  ///< null when there is nothing to say
};

inline constexpr std::string_view kBatchFileName = "batch.xml";
inline constexpr std::string_view kRecordName = "record.xml";

/// What lies in the batch, in the order of the raw bytes of the paths; nothing is opened but
/// folders. `rootfd` is the batch folder. Throws Failure as `files::walk` does.
[[nodiscard]] std::vector<Entry> survey(const Batch& batch, int rootfd, const Settings& settings,
                                        const Gate& gate);

/// Puts entries into the order that everything else relies on.
void sort_entries(std::vector<Entry>& entries);

/// Whether a pattern of the profile or of batch.xml leaves it out; `rule` is set then.
[[nodiscard]] bool is_ignored(Entry& entry, const Settings& settings,
                              const std::vector<IgnoreRule>& more_ignored);

/// Says what each entry is; `more_ignored` are the patterns of batch.xml. Archives stay archives.
void classify(std::vector<Entry>& entries, const Settings& settings,
              const std::vector<IgnoreRule>& more_ignored);

}  // namespace guidang::receive
