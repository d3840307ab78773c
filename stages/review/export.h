// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "stages/review/rows.h"

namespace guidang::review {

struct ExportRequest {
  std::filesystem::path to{};  ///< .csv or .xlsx
  int year = 0;                ///< 0: all; else this filing year, and what has none yet
  bool all = false;            ///< also warnings and notes of items that stand
  Language language = Language::zh;
};

struct ExportReport {
  std::uint64_t rows = 0;
  std::uint64_t records = 0;
};

/// Writes the spreadsheet in which people settle what is held: a row for each question, in order of
/// places. Equal registers give equal bytes. Throws Failure.
[[nodiscard]] ExportReport export_rows(Register& source, const Profile& profile,
                                       const Meanings& meanings, const ExportRequest& request);

}  // namespace guidang::review
