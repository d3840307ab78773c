// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/seal/import_ledger.h"

namespace guidang {

/// Who hands in the numbers of the archives, and on what grounds.
struct ArchiveNumberAuthor {
  std::string by{};
  std::string date{};  ///< ISO
  std::string why{};   ///< 接收回执 …
  std::string at{};
};

struct ArchiveNumberReport {
  std::uint64_t set = 0;
  std::vector<ImportError> errors{};  ///< when there is one, nothing was applied
};

/// Takes over 馆编件号 (馆编案卷号) that the archives gave sealed items or volumes: a table with
/// the columns 档号 (`code`) and 馆编件号, 馆编案卷号 or 馆编号 (`archive_number`). Each is unique
/// in its series. The unit's own code (室编) stays as it is. One commit, or none. Throws Failure
/// with status usage when nobody, no day or no reason is named.
[[nodiscard]] ArchiveNumberReport put_archive_numbers(Register& target, const ImportTable& table,
                                                      const ArchiveNumberAuthor& author);

}  // namespace guidang
