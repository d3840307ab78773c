// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stages/extract/readers/ofd/geometry.h"

namespace guidang::extract::ofd {

/// How a text object is drawn.
struct Ink {
  std::uint64_t font = 0;    ///< its resource; 0 when not said
  std::uint32_t colour = 0;  ///< 0xRRGGBB
  bool bold = false;
  friend bool operator==(const Ink&, const Ink&) = default;
};

/// Characters that stand one behind the other without a turn: a TextCode, or a part of one.
struct Piece {
  std::string text{};
  Point start{};         ///< where the first character stands, on its baseline
  Point end{};           ///< behind the last one; its width is a guess
  Point up{0, -1};       ///< from the baseline to the top of a character: its length is the size
  std::uint64_t id = 0;  ///< of the text object; 0 when it has none
  Ink ink{};
};

/// A use of a composite graphic unit.
struct Use {
  std::uint64_t id = 0;
  std::uint64_t unit = 0;
  Matrix matrix{};
  std::size_t before = 0;  ///< index of the piece that it stands before
};

/// What a page, a layer, a composite unit or an annotation shows that is text.
struct Content {
  std::vector<Piece> pieces{};
  std::vector<Use> uses{};
  std::vector<std::uint64_t> pictures{};  ///< resources that image objects draw, in order
};

}  // namespace guidang::extract::ofd
