// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace guidang::extract::rtf {

/// What a control word does to the text.
enum class Action : std::uint8_t {
  none,
  skip_group,   ///< what the group holds is no text
  transparent,  ///< the group is part of the text around it, also after \*
  // Groups whose text goes elsewhere.
  head,
  foot,
  note,
  box,
  info,  ///< holds properties, no text
  property,
  program,
  font_table,
  colour_table,
  created,
  modified,
  both_forms,    ///< \upr: a group in bytes, then the same in Unicode
  unicode_form,  ///< \ud
  picture,
  object,
  // Text.
  character,  ///< `code`
  paragraph,
  line,
  page,
  cell,
  row,
  inner_cell,
  inner_row,
  unicode,
  // Formatting.
  plain,
  paragraph_plain,
  in_table,
  deleted,
  font,
  size,
  colour,
  bold,
  align,  ///< `code`
  outline,
  left_indent,
  first_indent,
  rule_below,
  red,
  green,
  blue,
  charset,
  font_code_page,
  fallback_length,
  // Of the document.
  version,
  code_page,
  default_font,
  // Of a time.
  year,
  month,
  day,
  hour,
  minute,
  second
};

struct Word {
  std::string_view name{};
  Action action = Action::none;
  char32_t code = 0;            ///< for Action::character, and an Align for Action::align
  std::string_view property{};  ///< for Action::property: its key
};

/// Null when the word does nothing here.
[[nodiscard]] const Word* find_word(std::string_view name);

}  // namespace guidang::extract::rtf
