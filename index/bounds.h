// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

namespace guidang::index {

/// Xapian keeps the least and the greatest value of a slot even when their document is deleted, and
/// carries them through a merge. After this, every slot's bounds are those of the values it holds.
void renew_bounds(Xapian::WritableDatabase& database);

}  // namespace guidang::index
