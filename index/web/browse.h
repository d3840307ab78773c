// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "index/web/router.h"

namespace guidang::web {

/// `/browse`: all fonds; `/browse/FONDS`: its years; `/browse/FONDS/YEAR`: the list of the year in
/// the order of 档号, `none` for records without a year; `/browse/FONDS/YEAR/VOLUME`: of a volume.
[[nodiscard]] std::vector<Route> browse_routes();

}  // namespace guidang::web
