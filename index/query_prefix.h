// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace guidang::index {

/// The terms of a database that begin so.
struct Beginning {
  std::vector<std::string> terms{};  ///< the most frequent first, at most 1,000
  bool complete = true;              ///< false: there are more
};

/// Looked up in all shards as one, so that equal sets of records give equal terms.
[[nodiscard]] Beginning terms_beginning(const Xapian::Database& database,
                                        const std::string& beginning);

}  // namespace guidang::index
