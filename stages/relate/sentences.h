// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace guidang::relate {

/// A sentence put together from the lines it runs over, without blanks.
class Sentence {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }
  /// "1:35" for the byte of the text: page and line, 1-based.
  [[nodiscard]] std::string place(std::size_t offset) const;

  void clear();
  /// Adds a piece of a line.
  void add(std::string_view piece, std::size_t page, std::size_t line);

 private:
  struct Mark {
    std::size_t offset = 0;
    std::size_t page = 0;
    std::size_t line = 0;
  };
  std::string text_;
  std::vector<Mark> marks_;
};

/// Sentences end at 。；！？ and where a line ends that was not broken by its length. No sentence
/// is longer than 4 KB. Linear.
void for_each_sentence(const std::vector<std::string>& pages,
                       const std::function<void(const Sentence&)>& visit);

/// True when a line begins an entry of a list or an article: 一、 （一） 1. 第三条 附件.
[[nodiscard]] bool begins_item(std::string_view line);

}  // namespace guidang::relate
