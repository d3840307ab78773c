// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "stages/extract/readers/ofd/geometry.h"
#include "stages/extract/readers/ofd/piece.h"

namespace guidang::extract::ofd {

/// A piece as it stands on the page.
struct Placed {
  const Piece* piece = nullptr;
  Rectangle box{};
  double size = 0;     ///< millimetres
  bool across = true;  ///< runs from left to right, or back
  double line = 0;     ///< its baseline; of a piece that runs down, that of its first character
};

[[nodiscard]] Placed place(const Piece& piece);

/// Neighbours on one baseline without a gap of more than about a character between them.
struct Span {
  std::size_t row = 0;
  Rectangle box{};
  double size = 0;  ///< of the largest piece
  std::vector<const Placed*> pieces{};
};

/// The pieces as spans: rows from top to bottom, in a row from left to right. Where more text runs
/// down than across, columns from right to left and from top to bottom.
[[nodiscard]] std::vector<Span> spans(const std::vector<Placed>& placed);

}  // namespace guidang::extract::ofd
