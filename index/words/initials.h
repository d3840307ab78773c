// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/analyser.h"

/// Titles and creators by the first letters of their pinyin (拼音首字母): fxgz finds 防汛工作.
namespace guidang::index {

/// Calls `term` with each term (without prefix) by which initials of the text are found: for each
/// ideograph its letter with the two that follow, fewer at the end of a row. Signs do not part a
/// row, words and numbers do.
void for_each_initials_term(std::string_view text,
                            const std::function<void(std::string_view)>& term);

/// Letters typed for Chinese: initials (fxgz) or whole syllables (fangxun).
class Initials {
 public:
  /// Any text; letters without regard to case, blanks left out. Others make it `empty`.
  explicit Initials(std::string_view typed);

  [[nodiscard]] bool empty() const { return spellings_.empty(); }

  /// Ways to find candidates: a record must have all terms of one of them. A term that ends with
  /// `*` stands for all that begin so.
  [[nodiscard]] std::vector<std::vector<std::string>> candidates() const;

  /// Whether having the terms is already the proof: three initials or fewer and no other reading.
  [[nodiscard]] bool proved_by_terms() const;

  /// Where characters that are so pronounced stand in a text, ascending, apart.
  [[nodiscard]] std::vector<ByteRange> find_all(std::string_view text) const;
  [[nodiscard]] bool occurs_in(std::string_view text) const { return !find_all(text).empty(); }

 private:
  /// What each character in turn must be: a letter or a syllable.
  using Spelling = std::vector<std::string>;
  std::vector<Spelling> spellings_{};
};

}  // namespace guidang::index
