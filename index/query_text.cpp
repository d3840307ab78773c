// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "index/analyser.h"
#include "index/query.h"
#include "index/query_lexer.h"
#include "index/query_range.h"
#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

using Kind = QueryNode::Kind;

std::string years_text(const QueryNode& node) {
  if (node.from == node.to) return fmt::format("{}", node.from);
  const std::string from = node.from == kFirstYear ? "" : fmt::format("{}", node.from);
  const std::string to = node.to == kLastYear ? "" : fmt::format("{}", node.to);
  return from + ".." + to;
}

/// 2023-01-01 to 2023-12-31 is 2023, 2023-05-01 to 2023-05-31 is 2023-05.
std::string dates_text(const QueryNode& node) {
  if (node.first_day == node.last_day) return node.first_day;
  for (const std::size_t size : {std::size_t{4}, std::size_t{7}}) {
    const std::string shorter = node.first_day.substr(0, size);
    const auto meant = read_dates(shorter);
    const auto* range = std::get_if<QueryNode>(&meant);
    if (range != nullptr && range->first_day == node.first_day &&
        range->last_day == node.last_day) {
      return shorter;
    }
  }
  return node.first_day + ".." + node.last_day;
}

std::string field_prefix(const QueryNode& node) {
  return node.field == Field::any ? "" : fmt::format("{}:", info_of(node.field).zh);
}

std::string phrase_text(const QueryNode& node) {
  std::string plain = field_prefix(node) + node.text + (node.prefix ? "*" : "");
  if (!node.quoted) {
    const auto read = parse_query(plain);
    const auto* query = std::get_if<Query>(&read);
    if (query != nullptr && query->root == node) return plain;
  }
  std::string quoted = field_prefix(node) + "\"";
  for (std::size_t pos = 0; pos < node.text.size();) {
    const std::size_t begin = pos;
    const bool mark = query_sign(node.text, pos) == '"';
    quoted += mark ? " " : node.text.substr(begin, pos - begin);
  }
  return quoted + "\"";
}

bool is_number(const QueryNode& node) {
  return node.kind == Kind::phrase && node.field != Field::any && !node.quoted &&
         info_of(node.field).value == FieldValue::number;
}

/// Without a sign between them it would be taken for a part of the number before.
bool is_taken_for_a_part(const QueryNode& node) {
  return node.kind == Kind::phrase && node.field == Field::any && !node.quoted &&
         is_part_of_number(node.text);
}

std::string text_of(const QueryNode& node, int inside);

/// A word like 甲(乙 would take the bracket behind it for its own; a blank keeps them apart.
std::string in_brackets(const std::string& text) {
  int open = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = query_sign(text, pos);
    if (text::is_blank(c)) open = 0;
    if (c == '(') ++open;
    if (c == ')') --open;
  }
  return "(" + text + (open > 0 ? " )" : ")");
}

/// How tightly a node holds together: what is looser needs brackets.
int tightness(Kind kind) { return kind == Kind::any_of ? 0 : kind == Kind::all_of ? 1 : 2; }

std::string children_text(const QueryNode& node) {
  const bool either = node.kind == Kind::any_of;
  std::string all;
  const QueryNode* before = nullptr;
  for (const QueryNode& child : node.children) {
    if (child.added) continue;
    if (before != nullptr) {
      const bool apart = is_number(*before) && is_taken_for_a_part(child);
      all += either ? " OR " : apart ? " AND " : " ";
    }
    all += text_of(child, tightness(node.kind) + 1);
    before = &child;
  }
  return all;
}

std::string text_of(const QueryNode& node, int inside) {
  switch (node.kind) {
    case Kind::phrase:
      return phrase_text(node);
    case Kind::years:
      return "年度:" + years_text(node);
    case Kind::dates:
      return "日期:" + dates_text(node);
    case Kind::none_of: {
      const QueryNode& child = node.children.front();
      const std::string text = text_of(child, 2);
      return "-" + (child.kind == Kind::none_of ? in_brackets(text) : text);
    }
    case Kind::all_of:
    case Kind::any_of:
      break;
  }
  const auto is_typed = [](const QueryNode& child) { return !child.added; };
  const auto typed = std::find_if(node.children.begin(), node.children.end(), is_typed);
  if (std::count_if(node.children.begin(), node.children.end(), is_typed) == 1) {
    return text_of(*typed, inside);
  }
  const std::string text = children_text(node);
  return tightness(node.kind) < inside ? in_brackets(text) : text;
}

}  // namespace

std::string to_query_text(const QueryNode& node) { return text_of(node, 0); }

std::string to_text(const QueryNode& node) {
  switch (node.kind) {
    case Kind::phrase: {
      const std::string line = folded_line(node.text) + (node.prefix ? "*" : "");
      if (node.field == Field::any) return "[" + line + "]";
      return fmt::format("{}:[{}]", info_of(node.field).en, line);
    }
    case Kind::years:
      return fmt::format("year:{}..{}", node.from, node.to);
    case Kind::dates:
      return fmt::format("date:{}..{}", node.first_day, node.last_day);
    case Kind::none_of:
      return "-" + to_text(node.children.front());
    case Kind::all_of:
    case Kind::any_of:
      break;
  }
  std::string text = "(";
  for (const QueryNode& child : node.children) {
    if (text.size() > 1) text += node.kind == Kind::any_of ? " | " : " ";
    text += to_text(child);
  }
  return text + ")";
}

}  // namespace guidang::index
