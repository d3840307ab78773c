// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "index/query.h"
#include "index/reader.h"
#include "index/snippet.h"

namespace guidang::index {

struct SearchOptions {
  std::size_t limit = 20;
  std::size_t offset = 0;  ///< hits to pass over first
  bool loosen = true;      ///< take the words as a bag when nothing holds them all
  BagWeights bag{};
  double title_share = 0.5;  ///< how much the pieces of the query weigh again that stand in the title
  int least_percent = 10;  ///< of what a record with all pieces would score, for a loose hit
};

struct Hit {
  std::size_t home = 0;  ///< which of the readers, from 0
  std::string record{};
  std::string code{};
  bool provisional = false;
  std::string title{};
  std::string path{};
  double score = 0;  ///< comparable inside one answer only
  std::vector<ByteRange> title_marks{};
  Snippet snippet{};
};

struct Results {
  std::size_t total = 0;  ///< records that hold all that was asked for; exact
  /// None does: the hits hold a good part of it, those with most of the rarest pieces first.
  bool loosened = false;
  std::size_t loose_total = 0;  ///< how many such there are
  std::vector<Hit> hits{};
};

/// Best first; equal scores by record. Two searches over equal sets of records give equal results,
/// whatever the way the indexes were built. What the readers did not open has no influence.
/// Throws Failure for a damaged index, and when two readers opened the same one.
[[nodiscard]] Results search(std::span<const Reader* const> readers, const Query& query,
                             SearchOptions options = {});

}  // namespace guidang::index
