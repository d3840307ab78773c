// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/search.h"
#include "index/web/context.h"

/// What the pages of browsing show, as plain values: nothing but what the readers hold.
namespace guidang::web {

/// A row of numbers: a year of a fonds, or a part of a year.
struct Count {
  std::string value{};  ///< "" for what has none
  std::size_t count = 0;
};

/// A fonds as the visitor sees it.
struct Shelf {
  std::string fonds{};
  std::string name{};
  std::size_t count = 0;
  std::vector<Count> years{};  ///< ascending, "" last
};

struct VolumeRow {
  std::string code{};
  std::string title{};  ///< for the staff: it is made of all items of the volume
  std::size_t count = 0;
};

/// A line of 归档文件目录.
struct ListRow {
  index::Hit hit{};
  std::uint32_t pages = 0;  ///< 0: not known
};

struct ListAsked {
  std::string fonds{};
  std::string year{};  ///< "" for records without one
  std::optional<std::string> retention{};
  std::optional<std::string> volume{};  ///< of this volume only; "" for those outside volumes
  std::size_t page = 1;
  std::size_t per_page = 100;
};

/// A year in the order of 档号.
struct YearList {
  std::size_t total = 0;  ///< of what was asked for
  std::size_t page = 1;   ///< what is beyond the end is the last
  std::size_t pages = 1;
  std::vector<Count> retentions{};   ///< of the whole year, in the order of the facets
  std::vector<VolumeRow> volumes{};  ///< of the whole year, in order; empty without volumes
  std::size_t outside_volumes = 0;
  std::vector<ListRow> rows{};
};

/// All fonds of the site, in its order; homes that share a 全宗号 are one.
[[nodiscard]] std::vector<Shelf> read_shelves(const Context& context);

/// Nothing when the site has no such fonds.
[[nodiscard]] std::optional<Shelf> read_shelf(const Context& context, std::string_view fonds);

[[nodiscard]] YearList read_year(const Context& context, const ListAsked& asked);

}  // namespace guidang::web
