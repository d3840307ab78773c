// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "index/analyser.h"
#include "index/query_lexer.h"

namespace guidang::index {
namespace {

using Kind = Lexeme::Kind;

/// Every word costs a look into the database and into texts.
constexpr std::size_t kMostWords = 64;
constexpr int kDeepest = 16;
constexpr int kLastYear = 9999;

/// Thrown inside this file only: the first thing wrong ends the reading.
struct Wrong {
  QueryError error{};
};

[[noreturn]] void wrong(std::size_t offset, std::size_t length, std::string zh, std::string en,
                        std::string hint = {}) {
  throw Wrong{{offset, length, std::move(zh), std::move(en), std::move(hint)}};
}

[[noreturn]] void wrong(const Lexeme& at, std::string zh, std::string en, std::string hint = {}) {
  wrong(at.offset, at.length, std::move(zh), std::move(en), std::move(hint));
}

/// A node for several: the only one itself.
QueryNode combine(QueryNode::Kind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), lexemes_(read_lexemes(text)) {}

  Query read() {
    if (lexemes_.empty()) wrong(0, 0, "没有检索词", "the query is empty");
    Query query{either(0)};
    if (!at_end()) wrong(here(), "多余的右括号", "a closing bracket without its opening one");
    return query;
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ == lexemes_.size(); }
  [[nodiscard]] const Lexeme& here() const { return lexemes_[next_]; }
  [[nodiscard]] bool at(Kind kind) const { return !at_end() && here().kind == kind; }

  QueryNode either(int depth) {
    std::vector<QueryNode> branches;
    branches.push_back(both(depth));
    while (at(Kind::either)) {
      ++next_;
      branches.push_back(both(depth));
    }
    return combine(QueryNode::Kind::any_of, std::move(branches));
  }

  QueryNode both(int depth) {
    std::vector<QueryNode> wanted;
    do {
      if (at(Kind::both)) expect_after_operator();
      wanted.push_back(wanted_or_not(depth));
    } while (!at_end() && !at(Kind::either) && !at(Kind::close));
    return combine(QueryNode::Kind::all_of, std::move(wanted));
  }

  void expect_after_operator() {
    if (next_ == 0) wrong(here(), "AND 前缺少检索词", "nothing stands before AND");
    ++next_;
  }

  QueryNode wanted_or_not(int depth) {
    if (!at(Kind::minus)) return simple(depth, Field::any);
    const Lexeme& minus = here();
    ++next_;
    if (at_end() || at(Kind::minus) || at(Kind::either) || at(Kind::close)) {
      wrong(minus, "排除号后缺少检索词", "nothing stands after the minus", "-投诉");
    }
    QueryNode node;
    node.kind = QueryNode::Kind::none_of;
    node.children.push_back(simple(depth, Field::any));
    return node;
  }

  QueryNode simple(int depth, Field field) {
    if (at_end()) wrong(text_.size(), 0, "此处缺少检索词", "a word is missing here");
    const Lexeme& lexeme = here();
    switch (lexeme.kind) {
      case Kind::open:
        return group(depth, field);
      case Kind::field:
        if (field != Field::any) wrong(lexeme, "字段不能嵌套", "a field inside a field");
        ++next_;
        expect_value(lexeme);
        return simple(depth, lexeme.field);
      case Kind::years_field:
        if (field != Field::any) wrong(lexeme, "字段不能嵌套", "a field inside a field");
        ++next_;
        expect_value(lexeme);
        return years();
      case Kind::word:
      case Kind::quoted:
        return phrase(field);
      case Kind::unclosed:
        wrong(lexeme, "引号没有闭合", "the quotation mark is not closed", "\"办公室 主任\"");
      case Kind::close:
        wrong(lexeme, "右括号前缺少检索词", "nothing stands before the closing bracket");
      case Kind::minus:
      case Kind::either:
      case Kind::both:
        break;
    }
    wrong(lexeme, "此处缺少检索词", "a word is missing here");
  }

  void expect_value(const Lexeme& field) {
    const bool value = at(Kind::word) || at(Kind::quoted) || at(Kind::open) || at(Kind::unclosed);
    if (!value) {
      wrong(field, "字段后缺少检索词", "nothing stands after the field",
            std::string(field.text) + "…");
    }
  }

  QueryNode group(int depth, Field field) {
    const Lexeme& open = here();
    if (depth >= kDeepest) wrong(open, "括号层数过多", "too many brackets inside each other");
    ++next_;
    QueryNode node = either(depth + 1);
    if (!at(Kind::close)) wrong(open, "括号没有闭合", "the bracket is not closed");
    ++next_;
    if (field != Field::any) give_field(node, field);
    return node;
  }

  /// 题名:(甲 OR 乙): words that name no field of their own get this one.
  static void give_field(QueryNode& node, Field field) {
    if (node.kind == QueryNode::Kind::phrase && node.field == Field::any) node.field = field;
    for (QueryNode& child : node.children) give_field(child, field);
  }

  QueryNode phrase(Field field) {
    const Lexeme& lexeme = here();
    if (++words_ > kMostWords) {
      wrong(lexeme, "检索词过多", fmt::format("more than {} words", kMostWords));
    }
    Token token;
    if (!TokenReader(lexeme.text).next(token)) {
      wrong(lexeme, "没有可检索的字", "nothing here can be searched for",
            "标点符号不参加检索 / signs are not searched");
    }
    ++next_;
    QueryNode node;
    node.field = field;
    node.text = std::string(lexeme.text);
    node.quoted = lexeme.kind == Kind::quoted;
    return node;
  }

  static std::optional<int> year(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    if (value < 0 || value > kLastYear) return std::nullopt;
    return value;
  }

  QueryNode years() {
    constexpr std::string_view kHint = "年度:2020、年度:2020..2023、年度:2020..";
    if (!at(Kind::word)) wrong(here(), "年度应为数字", "a year is digits", std::string(kHint));
    const Lexeme& lexeme = here();
    ++next_;
    std::string text;
    for (const Token& token : tokens_of(lexeme.text)) {
      if (token.text != "年") text += text.empty() ? token.text : "-" + token.text;
    }
    const bool open_left = lexeme.text.starts_with("..");
    const bool open_right = lexeme.text.ends_with("..");
    const std::size_t dash = text.find('-');
    const auto first = year(std::string_view(text).substr(0, dash));
    const auto last =
        dash == std::string::npos ? first : year(std::string_view(text).substr(dash + 1));
    if (!first || !last) wrong(lexeme, "年度应为数字", "a year is digits", std::string(kHint));
    QueryNode node;
    node.kind = QueryNode::Kind::years;
    node.from = open_left ? 0 : *first;
    node.to = open_right ? kLastYear : *last;
    if (node.from > node.to) {
      wrong(lexeme, "起始年度晚于终止年度", "the first year is after the last",
            fmt::format("年度:{}..{}", node.to, node.from));
    }
    return node;
  }

  std::string_view text_;
  std::vector<Lexeme> lexemes_;
  std::size_t next_ = 0;
  std::size_t words_ = 0;
};

constexpr std::array kFieldTexts{"any",     "title",      "body",    "number",    "code",
                                 "creator", "recipients", "cc",      "signer",    "attachments",
                                 "type",    "retention",  "secrecy", "direction", "fonds",
                                 "volume",  "initials"};

}  // namespace

std::variant<Query, QueryError> parse_query(std::string_view text) {
  if (text.size() > kLongestQuery) {
    return QueryError{kLongestQuery,
                      text.size() - kLongestQuery,
                      "检索式过长",
                      fmt::format("the query has more than {} bytes", kLongestQuery),
                      {}};
  }
  try {
    return Parser(text).read();
  } catch (const Wrong& found) {
    return found.error;
  }
}

std::string to_text(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::phrase: {
      const std::string line = folded_line(node.text);
      if (node.field == Field::any) return "[" + line + "]";
      return fmt::format("{}:[{}]", kFieldTexts[static_cast<std::size_t>(node.field)], line);
    }
    case QueryNode::Kind::years:
      return fmt::format("year:{}..{}", node.from, node.to);
    case QueryNode::Kind::dates:
      return fmt::format("date:{}..{}", node.first_day, node.last_day);
    case QueryNode::Kind::none_of:
      return "-" + to_text(node.children.front());
    case QueryNode::Kind::all_of:
    case QueryNode::Kind::any_of:
      break;
  }
  std::string text = "(";
  for (const QueryNode& child : node.children) {
    if (text.size() > 1) text += node.kind == QueryNode::Kind::any_of ? " | " : " ";
    text += to_text(child);
  }
  return text + ")";
}

}  // namespace guidang::index
