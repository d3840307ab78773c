// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pipeline/reader.h"

/// What the look of a line says, measured against the other lines of its document (GB/T 9704:
/// red head, title of size 2 in the middle, running text of size 3, signature to the right).
namespace guidang::describe {

struct Line;
struct TitleBlock;
struct Reading;

/// How a line looks. All that is not known is false.
struct Look {
  bool known = false;
  Align side = Align::unknown;
  bool red = false;
  bool large = false;      ///< clearly larger than running text
  bool strong = false;     ///< bold, or in a face of headings (黑体, 小标宋)
  bool head = false;       ///< of the red head: red and large, a number or a title below
  bool heading = false;    ///< by its style: the title, or a heading of the first level
  bool table = false;      ///< a row of a table
  bool by_height = false;  ///< the size is only the height of the line
  std::uint16_t size = 0;  ///< hundredths of a point
};

/// Whether a place or a page is one of paper: a hostile file may say anything.
[[nodiscard]] bool is_placed(const Box& box);
[[nodiscard]] bool is_sheet(const PageLayout& page);

/// Fills `Line::look`. `layout` is of the same pages that the lines were read from.
void add_looks(std::vector<Line>& lines, std::span<const std::string> pages,
               std::span<const PageLayout> layout);

[[nodiscard]] bool is_centred(const Line& line);
[[nodiscard]] bool is_right(const Line& line);
[[nodiscard]] bool is_large(const Line& line);
/// The masthead by its look, whether or not it says 文件.
[[nodiscard]] bool is_red_head(const Line& line);
/// Looks like the title of a document, or a part of one.
[[nodiscard]] bool looks_like_title(const Line& line);

/// How many of the first lines of `run` are one title by their look; 0 when looks do not say.
[[nodiscard]] std::size_t title_by_look(std::span<const Line> lines,
                                        std::span<const std::size_t> run);
/// What the looks add to the trust in a title, or take from it.
[[nodiscard]] double trust_by_look(const TitleBlock& block, const Reading& reading);
/// The same for a masthead and for a signature.
[[nodiscard]] double masthead_trust(const Reading& reading);
[[nodiscard]] double signature_trust(const Reading& reading);

}  // namespace guidang::describe
