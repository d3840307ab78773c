// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "stages/extract/readers/ofd/geometry.h"
#include "stages/extract/readers/ofd/piece.h"

namespace guidang::extract::ofd {

struct Line {
  std::string text{};  ///< without its end
  Rectangle box{};
  Ink ink{};        ///< that most of its characters have
  double size = 0;  ///< the same, millimetres
};

/// The visual lines of what is shown, in reading order. Between pieces of one line there is a tab
/// where a gap parts cells, and a blank where one of about a character or between two words would
/// be lost; nothing else is added and no character is left out.
[[nodiscard]] std::vector<Line> lines(const std::vector<Piece>& pieces);

}  // namespace guidang::extract::ofd
