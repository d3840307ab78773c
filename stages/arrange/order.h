// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/element.h"
#include "pipeline/view.h"

namespace guidang::arrange {

/// Below every printable character, so that a shorter key part sorts before its continuation.
inline constexpr char kEnd = '\x01';

/// The key of the place that people gave the item in its series, before all that have none.
[[nodiscard]] std::string place_key(const View& item);

/// In which order items follow each other, by the profile's words: `date`, `number` (code, year
/// and number as numbers), `title`. What is not known comes last.
class Order {
 public:
  /// Throws the profile's Failure.
  explicit Order(const profile::Element& arrange_section);

  /// The item's key, compared as bytes.
  [[nodiscard]] std::string key(const View& item) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace guidang::arrange
