// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace guidang {

/// Records in one commit. Fixed, and counted in records rather than time, so that an interrupted
/// run and an uninterrupted one cut the same slices and the chain of events comes out equal.
/// 128 slim records are some 100 kB of rows: one fsync for them costs less than computing them.
inline constexpr std::size_t kSlice = 128;

}  // namespace guidang
