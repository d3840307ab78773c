// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "index/record.h"

namespace guidang::bench {

/// Makes records by putting together the sentences of real texts anew: as many as are wanted, with
/// the words, and nearly the frequencies of words, of the texts they come from. The same texts and
/// seed give the same records.
class MadeRecords {
 public:
  /// Reads every file below the folder as UTF-8 text; there must be some sentences in them.
  explicit MadeRecords(const std::filesystem::path& texts, std::uint64_t seed = 1);

  /// The record of this number: about `bytes` long, with every field that a search can count.
  [[nodiscard]] index::IndexRecord make(std::size_t number, std::size_t bytes = 4000) const;

 private:
  std::vector<std::vector<std::string>> sentences_{};  ///< of each text
  std::uint64_t seed_;
};

}  // namespace guidang::bench
