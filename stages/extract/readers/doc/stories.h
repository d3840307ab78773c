// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "stages/extract/readers/doc/characters.h"
#include "stages/extract/readers/doc/fib.h"
#include "stages/extract/readers/doc/style_sheet.h"
#include "stages/extract/readers/text_builder.h"

namespace guidang::extract::word {

/// A text box and the character it hangs on, both counted from the beginning of the whole text.
struct Box {
  Range text{};
  std::uint32_t anchor = 0;
  bool anchored = false;
};

/// Throws Damage. `boxes`, `anchors`: the lists of one story and of the boxes that hang in it.
[[nodiscard]] std::vector<Box> read_boxes(const LittleEndian& table, Place boxes, Place anchors,
                                          const Range& box_story, const Range& anchor_story);

/// Names of the fonts, by index.
[[nodiscard]] std::vector<std::string> read_fonts(const LittleEndian& table, Place place);

/// The range without the empty paragraphs that Word puts at the end of a story.
[[nodiscard]] Range without_guard(const Characters& characters, Range range);

/// Turns stretches of characters into lines and tables.
class StoryWriter {
 public:
  StoryWriter(const Characters& characters, const std::vector<std::string>& fonts,
              const StyleSheet& styles)
      : characters_(characters),
        fonts_(fonts),
        styles_(styles),
        formats_(characters.formats),
        paragraphs_(characters.paragraphs) {}

  /// Adds the text of `range`; each box comes after the paragraph it hangs on.
  void write(Range range, const std::vector<Box>& boxes, TextBuilder& out);

 private:
  struct Table {
    bool row = false;
    bool cell = false;
    bool inner_cells = false;  ///< a cell of an inner table is on the line
  };
  void paragraph_mark(std::uint32_t position, char16_t mark, Table& state, TextBuilder& out);
  void put_text(std::uint32_t position, TextBuilder& out);
  void weigh(const Format& format);
  void close_row(Table& state, TextBuilder& out);
  void add(std::uint32_t& position, std::uint32_t end, const Format& format);

  const Characters& characters_;
  const std::vector<std::string>& fonts_;
  const StyleSheet& styles_;
  FormatCursor formats_;
  FormatCursor paragraphs_;
  std::string text_{};  ///< of the paragraph under way
  /// Its looks, and the characters that have them.
  std::vector<std::pair<Format, std::size_t>> looks_{};
  std::vector<const Box*> boxes_{};  ///< that hang on it
};

}  // namespace guidang::extract::word
