// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "pipeline/stage.h"

namespace guidang {

/// Memory that one sorter fills before rows go to its file.
inline constexpr std::size_t kSorterBytes = std::size_t{24} << 20;

/// A Sorter by merging: rows fill `bytes` of memory, are sorted and written to a nameless file in
/// the temporary folder (TMPDIR, else /tmp), and merged when they are read. The file is gone with
/// the sorter, however it ends. Throws Failure when that folder cannot take it.
[[nodiscard]] std::unique_ptr<Sorter> make_sorter(std::size_t bytes = kSorterBytes);

}  // namespace guidang
