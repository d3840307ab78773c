// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "index/analyser.h"
#include "index/query_lexer.h"
#include "index/query_range.h"

namespace guidang::index {
namespace {

using Kind = Lexeme::Kind;

/// Every word costs a look into the database and into texts.
constexpr std::size_t kMostWords = 64;
constexpr int kDeepest = 16;

/// Thrown inside this file only: the first thing wrong ends the reading.
struct Wrong {
  QueryError error{};
};

/// A node for several: the only one itself.
QueryNode combine(QueryNode::Kind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

std::string field_list(bool chinese) {
  std::string list;
  for (const FieldInfo& info : kFields) {
    if (!list.empty()) list += chinese ? " " : ", ";
    list += chinese ? info.zh : info.en;
  }
  return list;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), lexemes_(read_lexemes(text)) {}

  Query read() {
    if (lexemes_.empty()) wrong(0, 0, "没有检索词", "the query is empty");
    Query query{either(0, nullptr)};
    if (!at_end()) {
      wrong(here(), "多余的右括号", "a closing bracket without its opening one", {},
            without(here()));
    }
    return query;
  }

 private:
  [[noreturn]] static void wrong(std::size_t offset, std::size_t length, std::string zh,
                                 std::string en, std::string hint = {},
                                 std::string suggestion = {}) {
    throw Wrong{
        {offset, length, std::move(zh), std::move(en), std::move(hint), std::move(suggestion)}};
  }

  [[noreturn]] static void wrong(const Lexeme& at, std::string zh, std::string en,
                                 std::string hint = {}, std::string suggestion = {}) {
    wrong(at.offset, at.length, std::move(zh), std::move(en), std::move(hint),
          std::move(suggestion));
  }

  /// The query with this in place of some bytes.
  [[nodiscard]] std::string with(std::size_t offset, std::size_t length,
                                 std::string_view instead) const {
    return fmt::format("{}{}{}", text_.substr(0, offset), instead, text_.substr(offset + length));
  }

  [[nodiscard]] std::string without(const Lexeme& lexeme) const {
    return with(lexeme.offset, lexeme.length, "");
  }

  [[nodiscard]] bool at_end() const { return next_ == lexemes_.size(); }
  [[nodiscard]] const Lexeme& here() const { return lexemes_[next_]; }
  [[nodiscard]] bool at(Kind kind) const { return !at_end() && here().kind == kind; }

  QueryNode either(int depth, const FieldInfo* field) {
    std::vector<QueryNode> branches;
    branches.push_back(both(depth, field));
    while (at(Kind::either)) {
      ++next_;
      branches.push_back(both(depth, field));
    }
    return combine(QueryNode::Kind::any_of, std::move(branches));
  }

  QueryNode both(int depth, const FieldInfo* field) {
    std::vector<QueryNode> wanted;
    number_field_ = nullptr;
    do {
      if (at(Kind::both)) expect_after_operator();
      wanted.push_back(wanted_or_not(depth, field));
    } while (!at_end() && !at(Kind::either) && !at(Kind::close));
    number_field_ = nullptr;
    return combine(QueryNode::Kind::all_of, std::move(wanted));
  }

  void expect_after_operator() {
    if (next_ == 0) {
      wrong(here(), "AND 前缺少检索词", "nothing stands before AND", {}, without(here()));
    }
    ++next_;
    number_field_ = nullptr;
  }

  QueryNode wanted_or_not(int depth, const FieldInfo* field) {
    if (!at(Kind::minus)) return simple(depth, field, false);
    const Lexeme& minus = here();
    ++next_;
    if (at_end() || at(Kind::minus) || at(Kind::either) || at(Kind::both) || at(Kind::close)) {
      wrong(minus, "排除号后缺少检索词", "nothing stands after the minus", "-投诉", without(minus));
    }
    number_field_ = nullptr;
    QueryNode node;
    node.kind = QueryNode::Kind::none_of;
    node.children.push_back(simple(depth, field, true));
    number_field_ = nullptr;
    return node;
  }

  QueryNode simple(int depth, const FieldInfo* field, bool excluded) {
    if (at_end()) wrong(text_.size(), 0, "此处缺少检索词", "a word is missing here");
    const Lexeme& lexeme = here();
    switch (lexeme.kind) {
      case Kind::open:
        return group(depth, field);
      case Kind::field:
        ++next_;
        expect_value(lexeme);
        return named(depth, lexeme.field, excluded);
      case Kind::no_field:
        unknown_field(lexeme);
      case Kind::word:
      case Kind::quoted:
        if (lexeme.kind != Kind::word || !is_part_of_number(lexeme.text)) number_field_ = nullptr;
        return value(number_field_ != nullptr ? number_field_ : field);
      case Kind::unclosed:
        wrong(lexeme, "引号没有闭合", "the quotation mark is not closed", "\"办公室 主任\"",
              std::string(text_) + "\"");
      case Kind::close:
        wrong(lexeme, "右括号前缺少检索词", "nothing stands before the closing bracket");
      case Kind::minus:
      case Kind::either:
      case Kind::both:
        break;
    }
    wrong(lexeme, "此处缺少检索词", "a word is missing here", {}, without(lexeme));
  }

  /// What stands behind `field:`.
  QueryNode named(int depth, const FieldInfo* field, bool excluded) {
    number_field_ = nullptr;
    const bool word = at(Kind::word);
    QueryNode node = at(Kind::open) ? group(depth, field) : value(field);
    // 文号:凤政办发 2023 6号: the parts behind blanks belong to it.
    if (word && !excluded && field->value == FieldValue::number) number_field_ = field;
    return node;
  }

  void expect_value(const Lexeme& field) {
    const bool given = at(Kind::word) || at(Kind::quoted) || at(Kind::open);
    if (at(Kind::unclosed)) (void)simple(0, nullptr, false);
    if (!given) {
      wrong(field, "字段后缺少检索词", "nothing stands after the field",
            std::string(field.text) + "…");
    }
  }

  [[noreturn]] void unknown_field(const Lexeme& lexeme) const {
    const std::string_view nearest = nearest_field(lexeme.text);
    if (nearest.empty()) {
      const std::size_t behind = lexeme.offset + lexeme.length;
      const std::size_t end = std::min(text_.find_first_of(" \"()|", behind), text_.size());
      const std::string_view word = text_.substr(lexeme.offset, end - lexeme.offset);
      wrong(lexeme, fmt::format("没有字段 {}：字段有 {}", lexeme.text, field_list(true)),
            fmt::format("there is no field {}: fields are {}", lexeme.text, field_list(false)),
            fmt::format("\"{}\"", word),
            with(lexeme.offset, word.size(), fmt::format("\"{}\"", word)));
    }
    wrong(lexeme, fmt::format("没有字段 {}，是 {} 吗", lexeme.text, nearest),
          fmt::format("there is no field {}, is it {}", lexeme.text, nearest),
          std::string(nearest) + ":", with(lexeme.offset, lexeme.length, nearest));
  }

  QueryNode group(int depth, const FieldInfo* field) {
    const Lexeme& open = here();
    if (depth >= kDeepest) wrong(open, "括号层数过多", "too many brackets inside each other");
    ++next_;
    QueryNode node = either(depth + 1, field);
    if (!at(Kind::close)) {
      wrong(open, "括号没有闭合", "the bracket is not closed", {}, std::string(text_) + ")");
    }
    ++next_;
    return node;
  }

  /// A word or quotation, as its field reads it.
  QueryNode value(const FieldInfo* field) {
    const Lexeme& lexeme = here();
    if (++words_ > kMostWords) {
      wrong(lexeme, "检索词过多", fmt::format("more than {} words", kMostWords));
    }
    if (field == nullptr) return phrase(Field::any);
    switch (field->value) {
      case FieldValue::years:
        return range(read_years(lexeme.text));
      case FieldValue::dates:
        return range(read_dates(lexeme.text));
      case FieldValue::direction:
        return direction();
      case FieldValue::words:
      case FieldValue::number:
      case FieldValue::whole:
        break;
    }
    return phrase(field->field, field->value == FieldValue::whole);
  }

  QueryNode range(std::variant<QueryNode, RangeFlaw> found) {
    const Lexeme& lexeme = here();
    ++next_;
    if (auto* node = std::get_if<QueryNode>(&found)) return std::move(*node);
    auto& flaw = std::get<RangeFlaw>(found);
    const auto begin = static_cast<std::size_t>(lexeme.text.data() - text_.data());
    wrong(begin + flaw.offset, flaw.length, std::move(flaw.zh), std::move(flaw.en),
          std::move(flaw.hint),
          flaw.instead.empty() ? "" : with(begin, lexeme.text.size(), flaw.instead));
  }

  QueryNode direction() {
    const Lexeme& lexeme = here();
    if (direction_value(lexeme.text).empty()) {
      wrong(lexeme, "收发只有 收文、发文、内部", "a direction is received, issued or internal",
            "收发:收文 收发:发文 收发:内部");
    }
    QueryNode node = phrase(Field::direction);
    node.prefix = false;
    return node;
  }

  QueryNode phrase(Field field, bool whole = false) {
    const Lexeme& lexeme = here();
    QueryNode node;
    node.field = field;
    node.quoted = lexeme.kind == Kind::quoted;
    node.text = std::string(lexeme.text);
    if (!node.quoted) take_star(node, whole);
    Token token;
    if (!TokenReader(node.text).next(token)) {
      wrong(lexeme, "没有可检索的字", "nothing here can be searched for",
            "标点符号不参加检索 / signs are not searched", without(lexeme));
    }
    ++next_;
    return node;
  }

  /// `word*`: of Han nothing is left to say, for any row of characters is found inside longer ones;
  /// but a whole value (文种:通*) needs it.
  void take_star(QueryNode& node, bool whole) {
    const Lexeme& lexeme = here();
    std::size_t star = std::string::npos;
    for (std::size_t pos = 0; pos < node.text.size();) {
      const std::size_t begin = pos;
      const bool is_star = query_sign(node.text, pos) == '*';
      if (is_star && star == std::string::npos) star = begin;
      if (!is_star && star != std::string::npos) {
        wrong(lexeme.offset + star, begin - star, "* 只能放在词尾", "* may only end a word", "GDP*",
              with(lexeme.offset + star, begin - star, ""));
      }
    }
    if (star == std::string::npos) return;
    node.text.resize(star);
    std::vector<Token> tokens = tokens_of(node.text);
    // Numbers are kept without leading zeros: zeros begin none of them.
    if (!tokens.empty() && tokens.back().text == "0") {
      node.text.resize(tokens.back().range.begin);
      tokens.pop_back();
    }
    if (tokens.empty()) {
      wrong(lexeme, "* 前缺少开头的字", "nothing stands before the *", "GDP*", without(lexeme));
    }
    node.prefix =
        whole || (tokens.back().kind != Token::Kind::ideograph && tokens.back().range.end == star);
  }

  std::string_view text_;
  std::vector<Lexeme> lexemes_;
  std::size_t next_ = 0;
  std::size_t words_ = 0;
  const FieldInfo* number_field_ = nullptr;  ///< the word before was a part of such a number
};

std::variant<Query, QueryError> read(std::string_view text) {
  try {
    return Parser(text).read();
  } catch (Wrong& found) {
    return std::move(found.error);
  }
}

}  // namespace

std::variant<Query, QueryError> parse_query(std::string_view text) {
  if (text.size() > kLongestQuery) {
    return QueryError{kLongestQuery,
                      text.size() - kLongestQuery,
                      "检索式过长",
                      fmt::format("the query has more than {} bytes", kLongestQuery),
                      {},
                      {}};
  }
  auto result = read(text);
  if (auto* error = std::get_if<QueryError>(&result)) {
    const bool helps = error->suggestion.size() <= kLongestQuery &&
                       std::holds_alternative<Query>(read(error->suggestion));
    if (!helps) error->suggestion.clear();
  }
  return result;
}

}  // namespace guidang::index
