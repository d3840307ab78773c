// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace guidang {

/// The year that a title is about: 2023年, 二〇二三年, 2022-2023年. Of several it is the first for
/// plans and budgets, which begin then, and the last for everything that looks back. Years in the
/// brackets of a document number do not count.
[[nodiscard]] std::optional<int> year_of_title(std::string_view title);

}  // namespace guidang
