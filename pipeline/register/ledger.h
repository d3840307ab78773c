// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/register/commit.h"

namespace guidang {

/// The ledger of lasting numbers (编号台账) and the seals, for reading.
class Ledger {
 public:
  explicit Ledger(Register& source) : db_(source.database()) {}

  /// Highest number ever given or imported in the series; 0 for a new series.
  [[nodiscard]] std::uint32_t last(std::string_view series);
  [[nodiscard]] std::optional<LedgerRow> of_item(const RecordId& item);
  /// Rows of a filing year in order of (series, number); all rows when `year` is 0.
  void for_each(int year, const std::function<void(const LedgerRow&)>& visit);
  /// Every seal of the year, oldest first; all seals when `year` is 0.
  [[nodiscard]] std::vector<SealRow> seals(int year);
  [[nodiscard]] bool sealed(const RecordId& record);
  /// Numbers up to a series' counter that lack their row; empty when invariant 5 holds.
  [[nodiscard]] std::vector<std::string> missing();

 private:
  sqlite::Database& db_;
};

}  // namespace guidang
