// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_lexer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "index/analyser.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

/// No name of a field has more bytes.
constexpr std::size_t kLongestName = 48;

constexpr std::u32string_view kQuotes = U"\"“”„‟「」『』";
/// Between the ends of a range, also with blanks around them.
constexpr std::u32string_view kRangeSigns = U"-.~～〜至到–—…";
constexpr std::u32string_view kComparisons = U"<>=≤≥";

bool is_one_of(char32_t c, std::u32string_view all) {
  return all.find(c) != std::u32string_view::npos;
}

/// A lone star is a mistake to be told, not a sign to be passed over.
bool has_star(std::string_view word) {
  for (std::size_t pos = 0; pos < word.size();) {
    if (query_sign(word, pos) == '*') return true;
  }
  return false;
}

/// The operators are capitals, so that English texts keep their words.
constexpr std::array kOperators{std::pair{std::string_view("OR"), Lexeme::Kind::either},
                                std::pair{std::string_view("AND"), Lexeme::Kind::both},
                                std::pair{std::string_view("NOT"), Lexeme::Kind::minus}};

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> read() {
    while (pos_ < query_.size()) {
      const std::size_t begin = pos_;
      std::size_t after = pos_;
      const char32_t c = query_sign(query_, after);
      if (text::is_blank(c)) {
        pos_ = after;
      } else if (c == '"') {
        quoted(begin, after);
      } else if (c == '(' && !opens_a_number(begin)) {
        emit(Lexeme::Kind::open, begin, after);
      } else if (c == ')') {
        emit(Lexeme::Kind::close, begin, after);
      } else if (c == '|') {
        std::size_t second = after;
        const bool twice = after < query_.size() && query_sign(query_, second) == '|';
        emit(Lexeme::Kind::either, begin, twice ? second : after);
      } else if (c == '-') {
        minus(begin, after);
      } else {
        word(begin);
      }
    }
    return std::move(lexemes_);
  }

 private:
  void emit(Lexeme::Kind kind, std::size_t begin, std::size_t end) {
    lexemes_.push_back({kind, query_.substr(begin, end - begin), begin, end - begin, nullptr});
    pos_ = end;
  }

  void quoted(std::size_t begin, std::size_t content) {
    for (std::size_t pos = content; pos < query_.size();) {
      const std::size_t end = pos;
      if (query_sign(query_, pos) != '"') continue;
      emit(Lexeme::Kind::quoted, begin, pos);
      lexemes_.back().text = query_.substr(content, end - content);
      return;
    }
    emit(Lexeme::Kind::unclosed, begin, query_.size());
  }

  /// A dash with blanks around it, as in a pasted title, is a sign like others.
  void minus(std::size_t begin, std::size_t after) {
    std::size_t behind = after;
    if (after >= query_.size() || text::is_blank(query_sign(query_, behind))) {
      pos_ = after;
    } else {
      emit(Lexeme::Kind::minus, begin, after);
    }
  }

  /// The bracket of (2023)6号: only digits inside, and the word goes on behind it.
  [[nodiscard]] bool opens_a_number(std::size_t pos) const {
    (void)query_sign(query_, pos);
    std::size_t digits = 0;
    while (pos < query_.size()) {
      const char32_t c = query_sign(query_, pos);
      if (c == ')') break;
      if (c < '0' || c > '9') return false;
      ++digits;
    }
    if (digits != 4 || pos >= query_.size()) return false;
    const char32_t behind = query_sign(query_, pos);
    return !text::is_blank(behind) && behind != ')' && behind != '(' && behind != '"' &&
           behind != '|';
  }

  void word(std::size_t begin) {
    int inner = 0;
    std::size_t pos = begin;
    while (pos < query_.size()) {
      const std::size_t here = pos;
      const char32_t c = query_sign(query_, pos);
      if (c == ':' && inner == 0 && field(begin, here, pos)) return;
      if (c == '(') ++inner;
      const bool closes_group = c == ')' && --inner < 0;
      // Curved marks inside a word are a part of a title: 关于“十四五”规划的通知.
      const bool quote = c == '"' && (pos - here == 1 || query_.substr(here, pos - here) == "＂");
      if (text::is_blank(c) || quote || c == '|' || closes_group) {
        pos = here;
        break;
      }
    }
    if (expects_range()) pos = end_of_range(begin, pos);
    const std::string_view text = query_.substr(begin, pos - begin);
    if (Token token; !expects_value() && !has_star(text) && !TokenReader(text).next(token)) {
      pos_ = pos;
      return;
    }
    emit(kind_of(text), begin, pos);
  }

  static Lexeme::Kind kind_of(std::string_view word) {
    std::string letters;
    for (std::size_t pos = 0; pos < word.size();) {
      const char32_t c = query_sign(word, pos);
      if (c < 'A' || c > 'Z') return Lexeme::Kind::word;
      letters += static_cast<char>(c);
    }
    for (const auto& [name, kind] : kOperators) {
      if (name == letters) return kind;
    }
    return Lexeme::Kind::word;
  }

  /// Signs alone are passed over, but not where a field asks for a value.
  [[nodiscard]] bool expects_value() const {
    return !lexemes_.empty() && lexemes_.back().kind == Lexeme::Kind::field;
  }

  [[nodiscard]] bool expects_range() const {
    if (!expects_value()) return false;
    const FieldValue value = lexemes_.back().field->value;
    return value == FieldValue::years || value == FieldValue::dates;
  }

  [[nodiscard]] std::size_t skip_blanks(std::size_t pos) const {
    for (std::size_t after = pos; after < query_.size(); pos = after) {
      if (!text::is_blank(query_sign(query_, after))) break;
    }
    return pos;
  }

  [[nodiscard]] std::size_t skip_word(std::size_t pos) const {
    for (std::size_t after = pos; after < query_.size(); pos = after) {
      const char32_t c = query_sign(query_, after);
      if (text::is_blank(c) || c == '"' || c == '|' || c == '(' || c == ')') break;
    }
    return pos;
  }

  [[nodiscard]] bool at_digit(std::size_t pos) const {
    if (pos >= query_.size()) return false;
    const char32_t c = query_sign(query_, pos);
    return c >= '0' && c <= '9';
  }

  [[nodiscard]] bool is_comparison(std::size_t begin, std::size_t end) const {
    for (std::size_t pos = begin; pos < end;) {
      if (!is_one_of(query_sign(query_, pos), kComparisons)) return false;
    }
    return begin < end;
  }

  /// The end of 2020 至 2023, >= 2020 or 2020 .. 2023, which have blanks inside. Behind 2020.. a
  /// blank ends it: what follows is another word.
  [[nodiscard]] std::size_t end_of_range(std::size_t begin, std::size_t end) const {
    const std::size_t next = skip_blanks(end);
    if (is_comparison(begin, end)) return at_digit(next) ? skip_word(next) : end;
    if (next == end) return end;
    std::size_t sign_end = next;
    for (std::size_t after = next; after < query_.size(); sign_end = after) {
      if (!is_one_of(query_sign(query_, after), kRangeSigns)) break;
    }
    const std::size_t second = skip_blanks(sign_end);
    // -2023 with its minus before it is something that is not wanted.
    const bool apart = sign_end > next && (second > sign_end || query_[next] != '-');
    return apart && at_digit(second) ? skip_word(second) : end;
  }

  bool field(std::size_t begin, std::size_t end, std::size_t after) {
    const std::string_view name = query_.substr(begin, end - begin);
    if (name.empty() || name.size() > kLongestName) return false;
    if (const FieldInfo* known = find_field(name)) {
      emit(Lexeme::Kind::field, begin, after);
      lexemes_.back().field = known;
      return true;
    }
    // http://…
    if (query_.substr(after).starts_with("//") || !is_failed_field(name)) return false;
    emit(Lexeme::Kind::no_field, begin, end);
    pos_ = after;
    return true;
  }

  std::string_view query_;
  std::size_t pos_ = 0;
  std::vector<Lexeme> lexemes_{};
};

}  // namespace

char32_t query_sign(std::string_view text, std::size_t& pos) {
  const char32_t c = text::next(text, pos);
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return is_one_of(c, kQuotes) ? U'"' : c;
}

std::vector<Lexeme> read_lexemes(std::string_view query) { return Lexer(query).read(); }

bool is_part_of_number(std::string_view word) {
  bool digits = false;
  for (const Token& token : tokens_of(word)) {
    if (token.kind == Token::Kind::number) digits = true;
    const bool sign =
        token.text == "第" || token.text == "号" || token.text == "年" || token.text == "字";
    if (token.kind == Token::Kind::ideograph && !sign) return false;
  }
  return digits;
}

}  // namespace guidang::index
