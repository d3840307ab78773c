// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "index/ask.h"
#include "index/reader.h"

namespace guidang::index {

/// Another way to write a query.
struct Correction {
  std::string text{};     ///< the whole query, as it may be typed
  std::string was{};      ///< the word that is changed, and
  std::string is{};       ///< what it becomes
  std::size_t count = 0;  ///< records that hold it
};

/// The query with one word written otherwise, so that it finds something: 归挡文件 → 归档文件. One
/// character replaced, left out or put in, of like sound or shape before others; in words of
/// letters, up to two. Nothing when every word occurs, or when nothing better is sure. Only what
/// the readers opened is looked at. Bounded: some milliseconds at 10⁵ records.
/// Throws Failure for a damaged index.
[[nodiscard]] std::optional<Correction> correction(std::span<const Reader* const> readers,
                                                   const Asked& asked);

}  // namespace guidang::index
