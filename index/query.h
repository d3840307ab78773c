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
  std::string hint{};        ///< what to type instead, Chinese and English; may be empty
  std::string suggestion{};  ///< a whole query that can be read, probably what was meant; or empty
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
///     题名:规则 title:规则   in a field; `kFields` in query_fields.h lists them
///     文号:凤政办发 2023 6号 digits behind blanks still belong to a 文号, 档号 or 案卷
///     年度:2020..2023        years; also 2020-2023, >=2020, 2020.., ..2023
///     日期:2023-05           days, months, years and ranges of them
///     GDP*                   words and numbers that begin so
///
/// Signs may be full-width; operators are capitals. A bracket inside a word belongs to it:
/// 凤政办发(2023)6号. A word before a colon that is no field is text (文件名：清单), but Latin ones
/// and slips of fields (提名:) are errors. templates/search/grammar.xml tells it to users.
[[nodiscard]] std::variant<Query, QueryError> parse_query(std::string_view text);

/// The tree in one line, for tests and `explain`.
[[nodiscard]] std::string to_text(const QueryNode& node);

/// The tree as a query in its plainest form; `parse_query` makes the same tree of it. What
/// was `added` is left out.
[[nodiscard]] std::string to_query_text(const QueryNode& node);

}  // namespace guidang::index
