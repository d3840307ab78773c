// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/analyser.h"

#include "index/characters.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

/// Longer words are cut here, so that every term keeps below Xapian's limit of 245 bytes.
constexpr std::size_t kLongestWord = 60;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

}  // namespace

/// Makes sure that the next folded character is known; false at the end of the text.
bool TokenReader::peek() {
  while (next_piece_ == pieces_.size()) {
    if (pos_ >= text_.size()) return false;
    pieces_.clear();
    next_piece_ = 0;
    const std::size_t begin = pos_;
    const char32_t first = text::next(text_, pos_);
    bool single = true;
    for (std::size_t ahead = pos_; ahead < text_.size(); pos_ = ahead, single = false) {
      if (static_cast<unsigned char>(text_[ahead]) < 0xCC) break;  // no combining mark starts so
      if (!is_combining(text::next(text_, ahead))) break;
    }
    if (single && folds_to_itself(first)) {
      pieces_.push_back({first, {begin, pos_}});
      break;
    }
    const std::string folded = fold_cluster(text_.substr(begin, pos_ - begin));
    for (std::size_t i = 0; i < folded.size();) {
      const char32_t c = text::next(folded, i);
      pieces_.push_back({c, {begin, pos_}});
    }
  }
  return true;
}

/// Adds the rest of a word or number whose first character is in `token`.
void TokenReader::extend(Token& token) {
  const bool number = token.kind == Token::Kind::number;
  while (token.text.size() < kLongestWord && peek()) {
    const Piece& piece = pieces_[next_piece_];
    const char32_t c = piece.code_point;
    if (is_digit(c) != number || is_ideograph(c) || !is_word_character(c)) break;
    if (number && token.text == "0") token.text.clear();
    text::append(token.text, c);
    token.range.end = piece.range.end;
    take();
  }
}

bool TokenReader::next(Token& token) {
  int line_ends = 0;
  bool only_blanks = started_;
  while (peek()) {
    const Piece piece = pieces_[next_piece_];
    const char32_t c = piece.code_point;
    take();
    const bool ideograph = is_ideograph(c);
    if (!ideograph && !is_word_character(c)) {
      const bool crlf = c == '\n' && piece.range.begin > 0 && text_[piece.range.begin - 1] == '\r';
      if (is_line_end(c) && !crlf) ++line_ends;
      only_blanks = only_blanks && text::is_blank(c);
      continue;
    }
    token.text.clear();
    text::append(token.text, c);
    token.range = piece.range;
    token.joined = only_blanks && line_ends <= 1;
    token.kind = ideograph     ? Token::Kind::ideograph
                 : is_digit(c) ? Token::Kind::number
                               : Token::Kind::word;
    if (!ideograph) extend(token);
    started_ = true;
    return true;
  }
  return false;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  TokenReader reader(text);
  for (Token token; reader.next(token);) tokens.push_back(token);
  return tokens;
}

std::string folded_line(std::string_view text) {
  std::string line;
  bool after_ideograph = false;
  TokenReader reader(text);
  for (Token token; reader.next(token);) {
    const bool ideograph = token.kind == Token::Kind::ideograph;
    if (!line.empty() && !(token.joined && ideograph && after_ideograph)) line += ' ';
    line += token.text;
    after_ideograph = ideograph;
  }
  return line;
}

}  // namespace guidang::index
