// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/query.h"
#include "index/reader.h"
#include "index/search.h"

/// Single records and their neighbours, out of what a reader may see and nothing else: a record of
/// a class that was not opened is not there.
namespace guidang::index {

/// A record as the index knows it.
struct Card {
  Hit shown{};                                  ///< without score; snippet empty
  std::vector<std::string> pages{};             ///< the text, page by page
  std::vector<std::vector<ByteRange>> marks{};  ///< of each page: where the query's words stand
};

/// The record of this key, or nothing. `marked` may be null: no marks.
[[nodiscard]] std::optional<Card> find_record(std::span<const Reader* const> readers,
                                              std::size_t home, std::string_view record,
                                              const Query* marked = nullptr);

/// The records with exactly this 档号 (former ones count), as hits name them: home and key.
struct Found {
  std::size_t home = 0;
  std::string record{};
};
[[nodiscard]] std::vector<Found> find_code(std::span<const Reader* const> readers,
                                           std::string_view code);

/// The record before and the one behind in the order of 档号, in the same home, year and retention
/// period, or in the same volume.
struct Neighbours {
  std::optional<Hit> before{};
  std::optional<Hit> after{};
};
[[nodiscard]] Neighbours neighbours(std::span<const Reader* const> readers, std::size_t home,
                                    std::string_view record);

}  // namespace guidang::index
