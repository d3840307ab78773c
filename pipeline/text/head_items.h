// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/text/secrecy_mark.h"

namespace guidang::text {

/// What stands in the upper left corner of a document, read from one line.
struct HeadItems {
  std::optional<SecrecyMark> mark;  ///< the highest
  bool starred = false;             ///< the mark has a star between level and term
  std::string urgency;              ///< 特急 …; empty when there is none
  std::size_t read = 0;             ///< characters of the form that were understood
};

/// Copy numbers, marks, urgency words, labels, document numbers and signs between them, from the
/// start of a mark_form as far as it goes on so. A line *is* a head line when all of it was read.
[[nodiscard]] HeadItems read_head_items(std::u32string_view form);

/// A level at `at` with 级 or 件 and its term; `at` is moved behind it.
struct MarkReading {
  SecrecyMark mark;
  bool starred = false;
};
[[nodiscard]] std::optional<MarkReading> read_mark(std::u32string_view form, std::size_t& at);

/// The signs that stand between the items of a head, stars and brackets among them.
[[nodiscard]] bool is_head_sign(char32_t c);
[[nodiscard]] bool is_star(char32_t c);

}  // namespace guidang::text
