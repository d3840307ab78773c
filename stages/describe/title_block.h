// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "stages/describe/zones.h"

namespace guidang::describe {

/// Whether a title ends as titles do: in a kind of document, brackets and 《》 closed.
[[nodiscard]] bool is_complete_title(std::string_view flat);

/// Joins the plain lines of the head to titles: a new one begins where the one before is complete,
/// or where something else stands between. Organs alone above the number are the masthead.
void collect_titles(std::span<const Line> lines, std::span<const std::size_t> plain, Zones& zones);

}  // namespace guidang::describe
