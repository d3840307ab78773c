// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"

namespace guidang {

/// A row of the catalogue that cannot be taken in.
struct ImportError {
  std::size_t table = 0;  ///< 0-based, among those that were given
  std::size_t line = 0;   ///< 1-based, in the file
  std::string code{};     ///< as written
  std::string message{};  ///< Chinese, then English
};

struct ImportReport {
  std::uint64_t imported = 0;         ///< new numbers, those of volumes as well
  std::uint64_t volumes = 0;          ///< of them, volumes
  std::uint64_t named = 0;            ///< numbers that an earlier import had kept back
  std::uint64_t kept_back = 0;        ///< numbers below that no row names
  std::vector<ImportError> errors{};  ///< when there is one, nothing was applied
};

/// Takes a row; false ends the reading.
using ImportVisit = std::function<bool(std::size_t line, const std::vector<std::string>& cells)>;
/// Gives the rows of a table in order, the heading first; text is UTF-8. Read once.
using ImportTable = std::function<void(const ImportVisit&)>;

/// Takes the numbers of an existing catalogue into the ledger: tables (案卷目录, 卷内文件目录,
/// 归档文件目录) with a column 档号 or columns for the parts of the code (README.md names them).
/// Rows of items make their volumes known. Numbers below that no row names are kept back, so that
/// every number up to the counter has its row; a later import may name them. One commit, or none.
/// `date` is ISO; `at` the wall clock; with a `fonds_code`, other fonds are refused.
[[nodiscard]] ImportReport import_ledger(Register& target, const Profile& profile,
                                         const std::vector<ImportTable>& tables,
                                         const std::string& date, const std::string& at,
                                         std::string_view fonds_code = {});

/// As above, of one CSV in UTF-8 or GB18030.
[[nodiscard]] ImportReport import_ledger(Register& target, const Profile& profile,
                                         std::string_view csv, const std::string& date,
                                         const std::string& at, std::string_view fonds_code = {});

}  // namespace guidang
