// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_lexer.h"

#include <array>
#include <string>
#include <utility>

#include "index/analyser.h"
#include "index/characters.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

struct FieldName {
  std::string_view name{};
  Field field = Field::any;
  bool years = false;
};

constexpr std::array kFieldNames{
    FieldName{"题名", Field::title},          FieldName{"标题", Field::title},
    FieldName{"title", Field::title},         FieldName{"正文", Field::body},
    FieldName{"body", Field::body},           FieldName{"文号", Field::number},
    FieldName{"number", Field::number},       FieldName{"档号", Field::code},
    FieldName{"code", Field::code},           FieldName{"机关", Field::creator},
    FieldName{"责任者", Field::creator},      FieldName{"creator", Field::creator},
    FieldName{"文种", Field::doctype},        FieldName{"type", Field::doctype},
    FieldName{"期限", Field::retention},      FieldName{"保管期限", Field::retention},
    FieldName{"retention", Field::retention}, FieldName{"全宗", Field::fonds},
    FieldName{"fonds", Field::fonds},         FieldName{"年度", Field::any, true},
    FieldName{"year", Field::any, true}};

/// One character as the lexer sees it: full-width signs count as the usual ones.
char32_t sign(std::string_view text, std::size_t& pos) {
  const char32_t c = text::next(text, pos);
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x201C || c == 0x201D) return U'"';
  return c;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> read() {
    while (pos_ < query_.size()) {
      const std::size_t begin = pos_;
      std::size_t after = pos_;
      const char32_t c = sign(query_, after);
      if (text::is_blank(c)) {
        pos_ = after;
      } else if (c == '"') {
        quoted(begin, after);
      } else if (c == '(' && !opens_a_number(begin)) {
        emit(Lexeme::Kind::open, begin, after);
      } else if (c == ')') {
        emit(Lexeme::Kind::close, begin, after);
      } else if (c == '|') {
        emit(Lexeme::Kind::either, begin, after);
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
    lexemes_.push_back({kind, query_.substr(begin, end - begin), begin, end - begin, Field::any});
    pos_ = end;
  }

  void quoted(std::size_t begin, std::size_t content) {
    for (std::size_t pos = content; pos < query_.size();) {
      const std::size_t end = pos;
      if (sign(query_, pos) != '"') continue;
      lexemes_.push_back({Lexeme::Kind::quoted, query_.substr(content, end - content), begin,
                          pos - begin, Field::any});
      pos_ = pos;
      return;
    }
    emit(Lexeme::Kind::unclosed, begin, query_.size());
  }

  /// A dash with blanks around it, as in a pasted title, is a sign like others.
  void minus(std::size_t begin, std::size_t after) {
    std::size_t behind = after;
    if (after >= query_.size() || text::is_blank(sign(query_, behind))) {
      pos_ = after;
    } else {
      emit(Lexeme::Kind::minus, begin, after);
    }
  }

  /// The bracket of (2023)6号: only digits inside, and the word goes on behind it.
  [[nodiscard]] bool opens_a_number(std::size_t pos) const {
    sign(query_, pos);
    std::size_t digits = 0;
    while (pos < query_.size()) {
      const char32_t c = sign(query_, pos);
      if (c == ')') break;
      if (c < '0' || c > '9') return false;
      ++digits;
    }
    if (digits != 4 || pos >= query_.size()) return false;
    const char32_t behind = sign(query_, pos);
    return !text::is_blank(behind) && behind != ')' && behind != '(' && behind != '"' &&
           behind != '|';
  }

  void word(std::size_t begin) {
    int inner = 0;
    std::size_t pos = begin;
    while (pos < query_.size()) {
      const std::size_t here = pos;
      const char32_t c = sign(query_, pos);
      if (c == ':' && inner == 0 && field(begin, here, pos)) return;
      if (c == '(') ++inner;
      const bool closes_group = c == ')' && --inner < 0;
      if (text::is_blank(c) || c == '"' || c == '|' || closes_group) {
        pos = here;
        break;
      }
    }
    const std::string_view text = query_.substr(begin, pos - begin);
    if (Token token; !expects_value() && !TokenReader(text).next(token)) {
      pos_ = pos;
      return;
    }
    emit(text == "OR"    ? Lexeme::Kind::either
         : text == "AND" ? Lexeme::Kind::both
         : text == "NOT" ? Lexeme::Kind::minus
                         : Lexeme::Kind::word,
         begin, pos);
  }

  /// Signs alone are passed over, but not where a field asks for a value.
  [[nodiscard]] bool expects_value() const {
    return !lexemes_.empty() && (lexemes_.back().kind == Lexeme::Kind::field ||
                                 lexemes_.back().kind == Lexeme::Kind::years_field);
  }

  bool field(std::size_t begin, std::size_t end, std::size_t after) {
    const std::string name = fold_cluster(query_.substr(begin, end - begin));
    for (const FieldName& known : kFieldNames) {
      if (name != known.name) continue;
      emit(known.years ? Lexeme::Kind::years_field : Lexeme::Kind::field, begin, after);
      lexemes_.back().field = known.field;
      return true;
    }
    return false;
  }

  std::string_view query_;
  std::size_t pos_ = 0;
  std::vector<Lexeme> lexemes_{};
};

}  // namespace

std::vector<Lexeme> read_lexemes(std::string_view query) { return Lexer(query).read(); }

}  // namespace guidang::index
