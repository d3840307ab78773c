// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::text {

/// One line of a document's head.
struct HeadLine {
  std::size_t number = 0;  ///< 1-based in the text, blank lines counted
  std::string_view line;
  std::u32string form;   ///< mark_form of the line
  bool in_body = false;  ///< the body began on an earlier line
};

/// The first kHeadLines lines (secrecy_mark.h) that are not blank.
[[nodiscard]] std::vector<HeadLine> head_lines(std::string_view text);

/// The first and the last part of a line that a gap parts from the rest: a tab, two blanks, U+3000
/// or
/// |. Parts of one character are joined first, so that `机　密　　文件` has the part 机密.
[[nodiscard]] std::vector<std::u32string> outer_parts(std::string_view line);

}  // namespace guidang::text
