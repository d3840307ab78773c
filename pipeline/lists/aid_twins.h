// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/lists/aid_registration.h"

namespace guidang::lists {

/// Rows of the office's registers that turned out to be the same document as one that is filed
/// (relate: duplicate_of): who asks for that document gets their number and dates. One pass over
/// documents before that over items; some 300 bytes for each such row.
class LedgerTwins {
 public:
  /// The view holds Origin, Description and Relations.
  void add(const View& document);
  /// Rows for a document, in the order of their keys.
  [[nodiscard]] std::vector<Registration> of(const RecordId& document) const;

 private:
  std::unordered_map<std::uint64_t, std::vector<std::string>> rows_{};
};

}  // namespace guidang::lists
