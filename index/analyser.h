// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::index {

/// Name and version of the one analyser. It is stored in every database; an index made by another
/// is rebuilt, never searched. Raise the number whenever the same text may give other tokens.
inline constexpr std::string_view kAnalyserName = "guidang-han/2";

/// A part of a text, in bytes of the original.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

/// One searchable piece: an ideograph, a word, or a number.
struct Token {
  enum class Kind { ideograph, word, number };
  Kind kind = Kind::word;
  std::string text{};  ///< folded; numbers without leading zeros
  ByteRange range{};   ///< where it stands in the original
  /// Only blanks with at most one line end stand between the previous token and this one, as when
  /// a line is broken inside a word or a title is spaced out (通 知).
  bool joined = false;
};

/// Reads the tokens of one text, in order. Letters and digits are apart (`D10` is `d`, `10`), so
/// that codes are found however they are spaced. The text must outlive the reader. Any bytes are
/// accepted; the tokens' ranges are ascending and lie inside the text.
class TokenReader {
 public:
  explicit TokenReader(std::string_view text) : text_(text) {}

  /// The next token into `token`, whose storage is reused; false at the end.
  bool next(Token& token);

 private:
  struct Piece {
    char32_t code_point = 0;
    ByteRange range{};
  };
  bool peek();
  void take() { ++next_piece_; }
  void extend(Token& token);

  std::string_view text_;
  std::size_t pos_ = 0;
  std::vector<Piece> pieces_{};  ///< what the last cluster folds to
  std::size_t next_piece_ = 0;
  bool started_ = false;
};

/// All tokens at once.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

/// The tokens in one line: ideographs together, blanks around words and numbers, and wherever the
/// original has more than blanks. Two texts with the same line are the same to a searcher.
[[nodiscard]] std::string folded_line(std::string_view text);

}  // namespace guidang::index
