// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/analyser.h"

namespace guidang::index {

/// Reads the tokens of a 文号 or 档号 field: 第, 字 and 号 and whatever stands between the parts do
/// not count.
[[nodiscard]] std::vector<Token> number_tokens(std::string_view text);

/// Makes the terms of a row of tokens: each token, and each pair of joined ideographs.
class TermMaker {
 public:
  /// The pair that ends with `token`, or nothing; valid until the next call. The token's own text
  /// is a term too.
  [[nodiscard]] std::string_view pair_with(const Token& token);

 private:
  std::string before_{};  ///< empty when the token before was no ideograph
  std::string pair_{};
};

/// A row of tokens that must stand side by side in a text: what a word of a query, or a quotation,
/// asks for. Where the query has nothing (or blanks) between two tokens, the text must have so too;
/// where the query has signs, the text may have any.
class Phrase {
 public:
  /// With `open_end` the last token is only the beginning of one.
  explicit Phrase(std::vector<Token> tokens, bool open_end = false);

  [[nodiscard]] bool empty() const { return tokens_.empty(); }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

  /// The fewest terms that every text with this phrase has; none for a token that is only begun.
  [[nodiscard]] const std::vector<std::string>& terms() const { return terms_; }

  /// Whether having the terms is already the proof: one token, or one pair of ideographs.
  [[nodiscard]] bool proved_by_terms() const { return terms_.size() == 1 && proved_; }

  /// Whether it stands in the text.
  [[nodiscard]] bool occurs_in(std::string_view text) const { return !find_all(text, 1).empty(); }

  /// A quick proof by searching for bytes: true only if it stands in the text; false says nothing.
  [[nodiscard]] bool stands_plainly_in(std::string_view text) const;

  /// Whether it stands in this row.
  [[nodiscard]] bool occurs_in(const std::vector<Token>& tokens) const;

  /// Where it stands, ascending, at most `limit` places; they may overlap.
  [[nodiscard]] std::vector<ByteRange> find_all(std::string_view text, std::size_t limit) const;

 private:
  friend class PhraseFinder;
  class Follower;
  std::vector<Token> tokens_;
  bool open_end_ = false;
  std::vector<std::string> terms_;
  bool proved_ = false;
  std::string plain_;  ///< the bytes to try first; empty when that proves nothing
};

/// A place in a text and which of several phrases stands there.
struct Occurrence {
  ByteRange range{};
  std::size_t phrase = 0;
};

/// Finds several phrases in one reading of a text.
class PhraseFinder {
 public:
  PhraseFinder() = default;
  explicit PhraseFinder(std::vector<Phrase> phrases);

  [[nodiscard]] bool empty() const { return phrases_.empty(); }
  [[nodiscard]] std::size_t size() const { return phrases_.size(); }

  /// Every place of every phrase, at most `limit` of each, by the end of their ranges.
  [[nodiscard]] std::vector<Occurrence> find_all(std::string_view text, std::size_t limit) const;

  /// The same in a row of tokens.
  [[nodiscard]] std::vector<Occurrence> find_all(const std::vector<Token>& tokens,
                                                 std::size_t limit) const;

 private:
  class Reading;
  std::vector<Phrase> phrases_{};
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_{};
  std::vector<std::size_t> begun_{};  ///< those whose only token is but the beginning of one
};

}  // namespace guidang::index
