// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "index/known_records.h"
#include "index/record.h"

namespace guidang::index {

/// Puts together one class of a generation in `target`, which exists and may hold text files: what
/// is kept of `base` (the same class of the generation before; may be empty) and all of `added`
/// (databases of ShardBuilder). `work` is a name for a scratch folder.
void merge_class(const std::filesystem::path& base, const KnownRecords& known, Access access,
                 const std::vector<std::filesystem::path>& added, const std::filesystem::path& work,
                 const std::filesystem::path& target);

}  // namespace guidang::index
