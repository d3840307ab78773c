// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "index/generation.h"
#include "index/record.h"
#include "pipeline/facts.h"
#include "pipeline/home/home.h"

/// The index outside of a run, out of the register as it is.
namespace guidang {

/// Called after each item with the number seen so far; may throw to stop.
using Tick = std::function<void(std::uint64_t)>;

struct MakeOptions {
  unsigned jobs = 1;
  bool rebuild = false;  ///< takes nothing over
  Tick tick{};
};

/// Brings the index up to the register. The home is open for writing.
index::CommitResult make_index(Home& home, const MakeOptions& options);

/// What the index is to hold of one item, as the register has it now.
[[nodiscard]] std::optional<index::IndexRecord> read_index_record(Home& home, const RecordId& item);

/// How the index differs from the register, whoever is to blame.
struct IndexCheck {
  int generation = 0;
  std::uint64_t records = 0;            ///< in the index
  std::uint64_t expected = 0;           ///< by the register
  std::vector<std::string> problems{};  ///< of tables and texts, a line each
  std::uint64_t missing = 0;
  std::uint64_t extra = 0;
  std::uint64_t too_open = 0;    ///< strangers find what only staff may
  std::uint64_t too_closed = 0;  ///< only staff find what is open
  std::uint64_t other = 0;       ///< differ in what is found or shown
  /// Some of each kind, as `id what`.
  std::vector<std::pair<RecordId, std::string_view>> examples{};

  [[nodiscard]] bool good() const {
    return problems.empty() && missing + extra + too_open + too_closed + other == 0;
  }
};

/// Changes nothing; the home may be open for reading only. Throws nothing about the index itself.
[[nodiscard]] IndexCheck check_index(Home& home, const Tick& tick);

}  // namespace guidang
