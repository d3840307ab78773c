// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/reader.h"
#include "stages/review/decider.h"
#include "stages/review/read_sheet.h"
#include "stages/review/rows.h"

namespace guidang::review {

struct ApplyRequest {
  std::filesystem::path file{};
  std::string by{};
  std::string date{};  ///< ISO
  std::string why{};   ///< reason of rows that give none
  std::string at{};    ///< wall clock for the event, for people only
  /// Called once before the first decision is written, with all of them; may be empty.
  std::function<void(std::span<const Settled>)> before_writing{};
  bool dry_run = false;
};

/// What is wrong with one row.
struct BadRow {
  std::size_t row = 0;  ///< as the spreadsheet shows it
  Column column = Column::decision;
  std::string found{};
  std::string expected{};  ///< Chinese / English
  std::string advice{};    ///< Chinese / English
};

struct ApplyReport {
  std::size_t rows = 0;
  std::size_t empty = 0;        ///< without a decision
  std::size_t standing = 0;     ///< whose decision already stands
  std::vector<Settled> made{};  ///< new decisions, in the order of the rows
  std::vector<BadRow> bad{};    ///< in the order of the rows; then nothing was written
  std::int64_t event = 0;       ///< that brought them in; 0 when nothing was written
};

/// Checks every row of a spreadsheet that comes back, then writes all its decisions in one commit,
/// or none. Applying it again changes nothing. Throws Failure (usage) when the file as a whole
/// cannot be used.
[[nodiscard]] ApplyReport apply_rows(Register& target, const Profile& profile,
                                     const Meanings& meanings, Reader& reader,
                                     const ApplyRequest& request);

}  // namespace guidang::review
