// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/search.h"
#include "index/web/context.h"

namespace guidang::web {

/// What lists show and the index does not hold.
struct ListFacts {
  std::uint32_t pages = 0;     ///< 页数; 0: not known
  std::string volume_title{};  ///< empty for strangers
};

/// Of each of these hits, whose `home` counts all homes of the site. From the registers, which are
/// asked about these records only.
[[nodiscard]] std::vector<ListFacts> list_facts(const Context& context,
                                                std::span<const index::Hit> hits);

}  // namespace guidang::web
