// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stages/review/decider.h"

namespace guidang::review {

/// What begins a decision that answers a question of the unit's retention table for one item.
inline constexpr std::string_view kAnswerDecision = "answer:";

/// Checks what can be checked without a home: the field's name and the form of its value. Gives
/// true when the decision belongs to the item rather than to its document. Throws Failure (usage).
[[nodiscard]] bool check_field(const Wish& wish);

/// Checks that name and reason are there and all is UTF-8. Throws Failure (usage).
void check_person(const Wish& wish);

/// The Failure of a decision that cannot be made.
[[noreturn]] void refuse(const std::string& what, const std::string& advice);

}  // namespace guidang::review
