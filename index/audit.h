// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guidang::index {

struct AuditResult {
  int generation = 0;
  std::size_t records = 0;
  /// What is wrong, a line each, Chinese and English; empty when all is well. The cure is always a
  /// rebuild.
  std::vector<std::string> problems{};
};

/// Looks at the current generation: Xapian's own check of every table, analyser and format, and
/// that each record's text can be read. Without an index there is one problem. Throws nothing
/// about the index itself.
[[nodiscard]] AuditResult audit(const std::filesystem::path& index_folder);

}  // namespace guidang::index
