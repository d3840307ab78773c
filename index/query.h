// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guidang::index {

/// Where a word is looked for.
enum class Field {
  any,
  title,
  body,
  number,
  code,
  creator,
  recipients,
  cc,
  signer,
  attachments,
  doctype,
  retention,
  secrecy,
  direction,
  fonds,
  volume,
  initials  ///< first letters of the pinyin of titles and creators
};

/// What a user asks for, as a tree. Words beside each other are all wanted; a word is a row of
/// characters that must stand together in the text.
struct QueryNode {
  enum class Kind {
    phrase,  ///< `text`, in `field`
    years,   ///< 年度 from `from` to `to`, both included
    dates,   ///< 成文日期 from `first_day` to `last_day`, both included; either may be open
    all_of,  ///< every child
    any_of,  ///< at least one child
    none_of  ///< not the one child
  };
  Kind kind = Kind::phrase;
  Field field = Field::any;
  std::string text{};   ///< as typed
  bool quoted = false;  ///< a phrase between quotation marks, never taken loosely
  bool prefix = false;  ///< the last word of `text` is the beginning of one (typed `word*`)
  bool added = false;   ///< a synonym that nobody typed: finds as others do and ranks below them
  int from = 0;
  int to = 0;
  std::string first_day{};  ///< ISO; "" is open
  std::string last_day{};
  std::vector<QueryNode> children{};
  bool operator==(const QueryNode&) const = default;
};

struct Query {
  QueryNode root{};
};

/// How much a term weighs when a query is taken as a bag of words.
struct BagWeights {
  double pair = 1.0;       ///< two ideographs side by side; also words and numbers
  double character = 0.3;  ///< an ideograph by itself
};

/// Where and why a query cannot be read. Offset and length are bytes of the query.
struct QueryError {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string message_zh{};
  std::string message_en{};
  std::string hint{};  ///< what to type instead, Chinese and English; may be empty
};

/// A query longer than this, in bytes, is refused.
inline constexpr std::size_t kLongestQuery = 1024;

/// Reads what a user typed; any bytes are accepted and nothing is thrown:
///
///     人民政府 信访          both words
///     "办公室 主任"          side by side
///     信访 -投诉             without (also NOT)
///     信访 OR 投诉           either (also |)
///     (a OR b) c             brackets
///     题名:规则 title:规则   in a field: 题名 title, 正文 body, 文号 number, 档号 code,
///                            机关 creator, 文种 type, 期限 retention, 全宗 fonds
///     年度:2020..2023        years; also 年度:2020, 2020.., ..2023
///
/// Signs may be full-width. A bracket inside a word belongs to it: 凤政办发(2023)6号.
[[nodiscard]] std::variant<Query, QueryError> parse_query(std::string_view text);

/// The tree in one line, for tests and `explain`.
[[nodiscard]] std::string to_text(const QueryNode& node);

}  // namespace guidang::index
