// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "pipeline/text/utf8.h"

namespace guidang::text {

/// A place in UTF-8 text, for readers of small grammars. Copies are cheap: keep one to go back.
class Cursor {
 public:
  explicit Cursor(std::string_view text, std::size_t pos = 0) : text_(text), pos_(pos) {}

  [[nodiscard]] bool at_end() const { return pos_ >= text_.size(); }
  [[nodiscard]] std::size_t pos() const { return pos_; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(pos_); }

  /// The code point here, 0 at the end.
  [[nodiscard]] char32_t peek() const {
    std::size_t behind = pos_;
    return at_end() ? U'\0' : text::next(text_, behind);
  }

  /// The code point before, 0 at the beginning; kReplacement for a byte that ends no valid
  /// sequence.
  [[nodiscard]] char32_t before() const {
    if (pos_ == 0) return U'\0';
    std::size_t behind = previous();
    const char32_t c = text::next(text_, behind);
    return behind == pos_ ? c : kReplacement;
  }

  char32_t next() { return at_end() ? U'\0' : text::next(text_, pos_); }

  /// One step back: over what `before` gives.
  void back() {
    if (pos_ == 0) return;
    std::size_t behind = previous();
    const std::size_t start = behind;
    text::next(text_, behind);
    pos_ = behind == pos_ ? start : pos_ - 1;
  }

  bool take(char32_t wanted) {
    if (at_end() || peek() != wanted) return false;
    next();
    return true;
  }

  bool take(std::string_view wanted) {
    if (!rest().starts_with(wanted)) return false;
    pos_ += wanted.size();
    return true;
  }

  /// Skips at most `most` blanks, line ends included; how many there were.
  int skip_blanks(int most) {
    int count = 0;
    while (count < most && !at_end() && is_blank(peek())) {
      next();
      ++count;
    }
    return count;
  }

 private:
  /// Where a sequence that ends here would begin.
  [[nodiscard]] std::size_t previous() const {
    std::size_t start = pos_ - 1;
    while (start > 0 && pos_ - start < 4 && is_continuation(start)) --start;
    return start;
  }

  [[nodiscard]] bool is_continuation(std::size_t at) const {
    return (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;
  }

  std::string_view text_;
  std::size_t pos_ = 0;
};

}  // namespace guidang::text
