// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/reader.h"

/// Words on a page into lines of text.
namespace guidang::extract::pdf {

/// A word and where it stands, in points from the page's upper left corner.
struct Word {
  std::string text{};
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;           ///< of its font, points; about its height
  bool blank_after = false;  ///< before the next word of the same line
  bool upright = true;       ///< false when it is turned
};

struct PageText {
  std::string text{};   ///< every line ends with '\n'
  PageLayout layout{};  ///< a box for each line
};

/// Lines from top to bottom, words from left to right, wide gaps as tabs, so that a row of a table
/// is a line of cells. Two columns of running text are read one after the other. Turned words come
/// last, as they were given. `width` and `height` are the page's, in points.
[[nodiscard]] PageText arrange(std::vector<Word> words, double width, double height);

}  // namespace guidang::extract::pdf
