// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/register/register.h"

namespace guidang {

/// An item of the year that no seal has fixed, before and after.
struct Renumbered {
  RecordId item{};
  std::string series{};      ///< that it is in afterwards
  std::uint32_t number = 0;  ///< in it
  std::string before{};      ///< "" when it had no code
  std::string after{};
  std::string title{};
  std::string document_number{};
  std::string date{};
  std::string period{};

  [[nodiscard]] bool changed() const { return before != after; }
};

/// The unsealed items of the year that have a provisional code in `after`, in its order: what
/// another order, series or pattern would make of the codes in `before`. Both registers are of one
/// home.
void compare_codes(Register& before, Register& after, int year,
                   const std::function<void(const Renumbered&)>& visit);

/// A row of the order that an archivist wants.
struct WantedPlace {
  std::size_t line = 0;  ///< 1-based
  std::string record{};  ///< id, or a code that the item has or had before
  std::string place{};   ///< a number; rows without any stand in the order of the table
};

struct PlaceError {
  std::size_t line = 0;
  std::string record{};
  std::string message{};  ///< Chinese, then English
};

struct PlacePlan {
  std::map<RecordId, std::uint32_t> places{};  ///< 1-based in the item's series
  std::vector<PlaceError> errors{};            ///< by line; when there is one, `places` is empty
};

/// Places for all items of each series that the rows touch. Refused are sealed items, items twice,
/// items of other years, and a series of which a row is missing: an order is whole.
[[nodiscard]] PlacePlan plan_places(Register& source, int year,
                                    const std::vector<WantedPlace>& rows);

struct PlaceAuthor {
  std::string by{};
  std::string date{};  ///< ISO
  std::string why{};
  std::string at{};
};

/// Writes the places as decisions, and for each of `changes` its code before, so that both find
/// the item. One commit. Throws Failure with status usage when nobody or no reason is named.
void decide_places(Register& target, const std::map<RecordId, std::uint32_t>& places,
                   const std::vector<Renumbered>& changes, const PlaceAuthor& author);

}  // namespace guidang
