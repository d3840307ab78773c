// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "pipeline/stage.h"

namespace guidang {

/// A Sorter over a private temporary SQLite database: rows spill to a nameless file, memory stays
/// within its page cache (32 MB), and the file is gone with the sorter, however it ends.
[[nodiscard]] std::unique_ptr<Sorter> make_sorter();

}  // namespace guidang
