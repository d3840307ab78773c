// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guidang::relate {

/// What a document's text says of another document.
enum class Verb : char {
  cites = 'c',     ///< names it, no more
  answers = 'a',   ///< …收悉: it was received and is being answered
  forwards = 'f',  ///< its title passes the other on
  replaces = 'r',  ///< 同时废止, 停止执行, 作废, 失效 …
  reissues = 'n',  ///< 修订后重新印发: the older one of that title is replaced
  amends = 'm'     ///< 第N条废止, 作如下修改, 不一致的以本…为准
};

/// One document that a text speaks of, by number or by title.
struct Mention {
  Verb verb = Verb::cites;
  std::string
      title{};  ///< as written between 《》, or from 关于 on; "" when only the number is given
  std::string number{};      ///< normal form, "" when none is given
  std::vector<int> years{};  ///< years named before the title: 2010年3月5日印发的《…》
  std::string place{};       ///< "1:35", page:line, 1-based; "title" for the title
  std::string quote{};       ///< the clause, shortened
};

/// Reads the clauses of a text that decide about other documents, and where numbers are cited.
/// `title` is the document's own. Of a document that passes another on, what its text says is what
/// the other said: its clauses repeal nothing. At most 400 mentions; linear in the text.
[[nodiscard]] std::vector<Mention> read_clauses(const std::vector<std::string>& pages,
                                                std::string_view title);

}  // namespace guidang::relate
