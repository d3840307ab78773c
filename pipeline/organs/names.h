// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/organs/organ.h"

namespace guidang::organs {

/// Puts an organ's names in time and takes a bound that was left out from its neighbour: the day
/// after the name before ended, the day before the next one begins.
void settle_names(Organ& organ);

/// The two names that are valid on one day; "" when none are. `settle_names` came first.
[[nodiscard]] std::string overlap(const Organ& organ);

/// The name on that day; before the first one the first, in a gap the one before, without a day
/// the latest.
[[nodiscard]] const std::string& name_on(const Organ& organ, std::optional<Date> day);

/// What look-up compares: width, case and blanks left out, 中国共产党 as 中共, seals'
/// 中华人民共和国 in front left off.
[[nodiscard]] std::string key_of(std::string_view name);

/// The area that a body of power names itself by: 云溪县 of 云溪县人民政府, of 中共云溪县委员会 and
/// of 云溪县人民法院; "" for departments and for what is none.
[[nodiscard]] std::string_view area_of_name(std::string_view name);

/// Whether the name is that of such a body.
[[nodiscard]] inline bool is_body(std::string_view name) { return !area_of_name(name).empty(); }

/// The line that a name tells by itself: 中共… is of the party.
[[nodiscard]] Line line_of_name(std::string_view name);

/// "环境保护部 (… – 2018-03-18), 生态环境部 (2018-03-19 – …)".
[[nodiscard]] std::string shown_names(const Organ& organ);

}  // namespace guidang::organs
