// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"

namespace guidang {

/// A row of the catalogue that cannot be taken in.
struct ImportError {
  std::size_t line = 0;   ///< 1-based, in the file
  std::string code{};     ///< as written
  std::string message{};  ///< Chinese, then English
};

struct ImportReport {
  std::uint64_t imported = 0;
  std::uint64_t kept_back = 0;        ///< numbers below that no row names
  std::vector<ImportError> errors{};  ///< when there is one, nothing was applied
};

/// Takes the numbers of an existing catalogue into the ledger: a CSV in UTF-8 or GB18030 with a
/// column 档号 (or `code`), and if there are 题名 (`title`) and 年度 (`year`). Numbers below that
/// no row names are kept back, so that every number up to the counter has its row. One commit, or
/// none. `date` is ISO; `at` the wall clock; with a `fonds_code`, other fonds are refused.
[[nodiscard]] ImportReport import_ledger(Register& target, const Profile& profile,
                                         std::string_view csv, const std::string& date,
                                         const std::string& at, std::string_view fonds_code = {});

}  // namespace guidang
