// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "pipeline/home/home.h"

namespace guidang {

/// What went back into the register.
struct RebuildReport {
  int year = 0;
  int edition = 0;
  std::uint64_t items = 0;
  std::uint64_t documents = 0;
  std::uint64_t originals = 0;  ///< files in the bundle; equal ones are stored once
  std::uint64_t numbers = 0;    ///< rows of the ledger
};

/// The fonds that a bundle of this program is of; its profile is that of the home that made it.
/// Throws Failure (usage) when the folder is no such bundle.
[[nodiscard]] Fonds fonds_of_bundle(const std::filesystem::path& bundle);

/// Puts a sealed year back from its bundle (a folder): originals, then all rows in one commit.
/// Texts, lists and index come back with the next run. Throws Failure, and changes no row, when the
/// bundle is not valid or of another fonds, or the home already has a seal of the year, a record or
/// a number of the bundle.
RebuildReport rebuild_year(const std::filesystem::path& bundle, Home& home);

}  // namespace guidang
