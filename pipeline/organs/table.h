// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/organs/authority.h"
#include "pipeline/organs/nearest.h"
#include "pipeline/organs/organ.h"
#include "pipeline/text/pattern.h"

// For the .cpp files of this room only.

namespace guidang::organs {

inline constexpr std::int32_t kNone = -1;

/// All layers as one list.
struct Table {
  std::vector<Organ> organs{};  ///< by id
  std::vector<bool> local{};    ///< of a layer above the base, same order
  std::vector<Shape> shapes{};  ///< the uppermost layer's first
};

/// Lays the layers over one another; flaws of single organs (names in time, an id twice) are added.
[[nodiscard]] Table lay_layers(std::vector<Layer> layers, std::vector<Flaw>& flaws);

/// Positions of what is above: −1 for none. A loop is a flaw and cut.
struct Ties {
  std::vector<std::int32_t> parent{};  ///< by `parent`
  std::vector<std::int32_t> office{};  ///< by `office_of`
  std::vector<std::int32_t> up{};      ///< parent, else office
};
[[nodiscard]] Ties tie_up(const Table& table, std::vector<Flaw>& flaws);

/// Areas (行政区划) as numbers; 0 is the whole state.
struct Areas {
  std::vector<std::int32_t> of{};      ///< by organ
  std::vector<std::int32_t> parent{};  ///< by area
  std::vector<bool> body{};            ///< by organ: a body of power, no department
};
[[nodiscard]] Areas find_areas(const Table& table, const Ties& ties);

/// Where a key leads to.
struct Known {
  std::uint32_t organ = 0;
  Form form = Form::full;
  std::uint32_t name = 0;  ///< of a full name: its position
};

struct Authority::Impl {
  Table table{};
  Ties ties{};
  Areas areas{};
  std::unordered_map<std::string, std::vector<Known>> known{};
  std::unordered_map<std::string, std::uint32_t> codes{};
  std::vector<std::string> local_codes{};
  std::vector<text::Pattern> patterns{};  ///< of the shapes, same order
  std::int32_t own = kNone;
  bool complete = false;
  std::string digest{};

  mutable std::once_flag nearest_built{};
  mutable std::vector<std::string> nearest_keys{};
  mutable std::vector<std::string> nearest_names{};
  mutable NearestIndex nearest{};

  [[nodiscard]] std::int32_t at(const Organ& organ) const {
    return static_cast<std::int32_t>(&organ - table.organs.data());
  }
  [[nodiscard]] const Organ& organ(std::int32_t i) const {
    return table.organs[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] std::int32_t up(std::int32_t i) const {
    return ties.up[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] std::int32_t principal(std::int32_t i) const {
    const std::int32_t office = ties.office[static_cast<std::size_t>(i)];
    return office == kNone ? i : office;
  }
  [[nodiscard]] std::int32_t area(std::int32_t i) const {
    return areas.of[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] bool body(std::int32_t i) const { return areas.body[static_cast<std::size_t>(i)]; }
  /// `a` is above `b` by 隶属, at any height.
  [[nodiscard]] bool above(std::int32_t a, std::int32_t b) const;
  /// The area `a` holds `b` and is another.
  [[nodiscard]] bool holds(std::int32_t a, std::int32_t b) const;
  /// Of a name that is not in the table.
  [[nodiscard]] Standing by_shape(std::string_view name) const;
};

}  // namespace guidang::organs
