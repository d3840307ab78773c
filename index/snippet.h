// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/analyser.h"
#include "index/phrase.h"

namespace guidang::index {

/// A piece of a text, byte for byte, and the matches in it.
struct Snippet {
  std::string text{};
  std::size_t offset = 0;          ///< where `text` begins in the whole, in bytes
  std::size_t page = 0;            ///< the page it begins on, from 1; 0 when there is no text
  std::vector<ByteRange> marks{};  ///< in `text`; ascending, apart from each other
  bool more_before = false;
  bool more_after = false;
};

/// By where they begin, longer ones first.
[[nodiscard]] std::vector<Occurrence> in_text_order(std::vector<Occurrence> places);

/// Ascending and apart from each other: of places that overlap the earliest stays, of those the
/// longest. So each stays what was found.
[[nodiscard]] std::vector<Occurrence> drop_overlaps(std::vector<Occurrence> places);

/// The same, but places that overlap become one.
[[nodiscard]] std::vector<Occurrence> merge_overlaps(std::vector<Occurrence> places);

/// More places of a phrase than this are not looked for in a snippet's text.
inline constexpr std::size_t kPlacesInSnippet = 512;

/// The piece of about `size` bytes in which the most different phrases stand; without any, the
/// beginning. Its page is the one on which it begins. The places must be in text order, the marks
/// must be apart from each other; none is cut in two.
[[nodiscard]] Snippet make_snippet(std::string_view body, const std::vector<Occurrence>& places,
                                   const std::vector<ByteRange>& marks, std::size_t size = 360);

}  // namespace guidang::index
