// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "pipeline/home/home.h"
#include "pipeline/view.h"
#include "stages/appraise/appraise.h"

namespace guidang::appraise {

/// The stage with what people of the home have answered so far. The profile must outlive it.
[[nodiscard]] std::unique_ptr<Appraise> load(const Profile& profile, Home& home,
                                             std::shared_ptr<const organs::Authority> organs);
/// The same, with the organs of profile and home.
[[nodiscard]] std::unique_ptr<Appraise> load(const Profile& profile, Home& home);

/// What the stage sees of an item; nothing when there is no such item.
[[nodiscard]] std::optional<View> item_view(const Appraise& stage, Register& registry,
                                            const RecordId& item);

}  // namespace guidang::appraise
