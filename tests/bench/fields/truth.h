// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// What others say of the documents: meta.tsv and fields_gold.tsv.
namespace bench {

using Row = std::map<std::string, std::string>;

/// The rows of a file of tab-separated values with a heading; lines of # may stand before it.
[[nodiscard]] std::vector<Row> read_tsv(const std::filesystem::path& path);

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace bench
