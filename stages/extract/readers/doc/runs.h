// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stages/extract/readers/doc/fib.h"
#include "stages/extract/readers/little_endian.h"
#include "stages/extract/readers/style_change.h"

namespace guidang::extract::word {

/// What of the formatting changes the text, and how it makes it look.
struct Format {
  bool deleted = false;  ///< characters: by a tracked change
  bool symbol = false;   ///< characters: `symbol_code` in the font with index `font`
  std::uint16_t font = 0;
  std::uint16_t symbol_code = 0;
  bool in_table = false;  ///< paragraphs
  bool row_end = false;
  bool inner_cell_end = false;  ///< of a table within a cell
  bool inner_row_end = false;
  std::uint16_t style = 0;  ///< of paragraphs, index into the style sheet
  std::int32_t left = 0;    ///< indents, twips: of the paragraph, and more of its first line
  std::int32_t first = 0;
  std::optional<std::uint16_t> asian_font{};  ///< characters
  StyleChange look{};
  friend bool operator==(const Format&, const Format&) = default;
};

/// A stretch of like formatting. Positions are either bytes of the stream WordDocument or
/// characters of the text.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Format format{};
};

enum class RunKind : std::uint8_t { characters, paragraphs };

/// Lays a list of modifiers, as the style sheet holds them, over `format`. Throws Damage.
void apply_modifiers(const LittleEndian& list, Format& format);

/// The runs that say anything, by bytes, in order and without overlap. `place` is in `table`;
/// `data` is the stream Data, where long formatting lies. Throws Damage.
[[nodiscard]] std::vector<Run> read_runs(const LittleEndian& document, const LittleEndian& table,
                                         const LittleEndian& data, Place place, RunKind kind);

}  // namespace guidang::extract::word
