// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/register/register.h"

namespace guidang {

/// The decision that keeps provisional codes which an item had before it was renumbered, the
/// oldest first, parted by ；.
inline constexpr std::string_view kFormerCodeDecision = "former_code";
/// The decision that gives an item its place in its series, before all that have none.
inline constexpr std::string_view kPlaceDecision = "order";
/// The decision that holds the archives' own number (馆编件号、馆编案卷号) beside the unit's. It
/// may be made after the seal.
inline constexpr std::string_view kArchiveNumberDecision = "archive_number";

/// Codes in the decision's value.
[[nodiscard]] std::vector<std::string> split_former(std::string_view value);
/// The value with one more code; a code stands in it once.
[[nodiscard]] std::string with_former(std::string_view value, std::string_view code);

/// One line of the table of old and new codes (新旧档号对照).
struct FormerCode {
  std::string before{};
  std::string now{};  ///< 档号, provisional or lasting; "" when the item has none at present
  RecordId item{};
  std::string by{};
  std::string date{};  ///< ISO
  std::string why{};
};

/// The former codes of the items of a filing year, of all when it is 0, in order of code and item.
void for_each_former_code(Register& source, int year,
                          const std::function<void(const FormerCode&)>& visit);

}  // namespace guidang
