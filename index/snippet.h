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

/// Where phrases stand in a text: ascending, never overlapping, the earliest and then the longest
/// first. Each range, folded, is one of the phrases.
[[nodiscard]] std::vector<ByteRange> find_marks(std::string_view text,
                                                const std::vector<Phrase>& phrases);

/// The piece of about `size` bytes with the most different phrases; without any, the beginning.
[[nodiscard]] Snippet make_snippet(std::string_view body, const std::vector<Phrase>& phrases,
                                   std::size_t size = 360);

}  // namespace guidang::index
