// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "stages/extract/readers/ofd/piece.h"

namespace guidang::extract::ofd {

/// One TextCode with what its TextObject says of it.
struct TextCode {
  std::string text{};
  std::string delta_x{};
  std::string delta_y{};
  Point at{};              ///< X and Y, in the object's own space
  double size = 0;         ///< millimetres; not positive when the object does not say
  double h_scale = 1;      ///< of the characters' width
  bool downwards = false;  ///< ReadDirection 90 or 270
  Matrix matrix{};         ///< from the object's space to that of the content
  std::uint64_t id = 0;
  Ink ink{};
};

/// Pieces of one content (page, layer, unit, appearance) are bounded: real pages have thousands.
inline constexpr std::size_t kMostPieces = 1'000'000;

/// Adds its characters as pieces: where the next character stands on another line, or goes back, a
/// new piece begins. The characters stay as they are, but line ends with the blanks around them,
/// which pretty printing makes, become one blank, and none at the ends. Nothing is added
/// to more than kMostPieces.
void add_pieces(const TextCode& code, std::vector<Piece>& pieces);

/// About how wide a character is, in parts of its size.
[[nodiscard]] double width_of(char32_t c);

}  // namespace guidang::extract::ofd
