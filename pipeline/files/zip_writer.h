// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guidang::files {

/// One file to be put into a ZIP.
struct ZipSource {
  std::string name{};  ///< UTF-8, relative, with `/`
  std::filesystem::path file{};
};

/// Writes a ZIP for transport: stored (the rules forbid compression), ZIP64 where needed, entries
/// sorted by name, times fixed at 1980-01-01 and attributes at 0644: the same files give the same
/// bytes anywhere. Whole or absent. Throws Failure when a file cannot be read; std::logic_error on
/// a bad or doubled name.
void write_zip(const std::filesystem::path& target, std::vector<ZipSource> sources);

}  // namespace guidang::files
