// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::index {

/// What hits can be counted and narrowed by.
enum class Facet { year, fonds, doctype, creator, retention, direction };

struct FacetInfo {
  Facet facet = Facet::year;
  std::string_view name{};  ///< in URLs, JSON and options
  std::string_view zh{};
  std::string_view en{};
};

/// In the order in which they are shown.
inline constexpr std::array kFacets{
    FacetInfo{Facet::year, "year", "年度", "year"},
    FacetInfo{Facet::fonds, "fonds", "全宗", "fonds"},
    FacetInfo{Facet::doctype, "doctype", "文种", "document type"},
    FacetInfo{Facet::creator, "creator", "责任者", "creator"},
    FacetInfo{Facet::retention, "retention", "保管期限", "retention period"},
    FacetInfo{Facet::direction, "direction", "收发", "direction"}};

[[nodiscard]] std::optional<Facet> facet_of(std::string_view name);
[[nodiscard]] const FacetInfo& info_of(Facet facet);

/// What was chosen of one facet: a record must have one of the values. A value is as `FacetCounts`
/// gives it; "" stands for records without one.
struct Choice {
  Facet facet = Facet::year;
  std::vector<std::string> values{};
};

struct FacetValue {
  std::string value{};  ///< as in the records; "" for those without one
  std::size_t count = 0;
  bool chosen = false;
};

/// The counts of one facet among the records that match the query and what was chosen of the other
/// facets (so that a second value can be added to the first). Years descending; others by count and
/// then by value; those without one last. What was chosen is listed even when nothing has it. A
/// joint document counts for each of its creators.
struct FacetCounts {
  Facet facet = Facet::year;
  bool exact = true;  ///< false: each is "at least"
  std::vector<FacetValue> values{};
};

}  // namespace guidang::index
