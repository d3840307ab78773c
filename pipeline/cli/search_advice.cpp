// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/search_advice.h"

#include <fmt/format.h>

#include <array>
#include <ostream>
#include <set>

#include "index/advice.h"
#include "index/words/suggest.h"
#include "pipeline/cli/words.h"

namespace guidang::cli {
namespace {

/// In the order of index::Advice::Kind; {} is the part of the query.
constexpr std::array kAdviceWords{
    Both{"“{}”哪里都没有", "'{}' is found nowhere"},
    Both{"“{}”像是字段", "'{}' looks like a field"},
    Both{"“{}”作运算符要大写", "'{}' is an operator in capitals only"},
    Both{"“{}”作为字段的值", "'{}' as the value of a field"},
    Both{"“{}”不限于该字段", "'{}' not only in its field"},
    Both{"“{}”不必相连", "the words of '{}' not side by side"},
    Both{"去掉所选的条件{}", "without what was chosen{}"},
    Both{"去掉“{}”", "without '{}'"},
    Both{"不排除“{}”", "with '{}' left in"},
    Both{"任一词即可{}", "any of the words{}"}};

/// In the order of index::Suggestion::Kind.
constexpr std::array kSuggestionWords{
    Both{"“{}”改为“{}”", "'{}' written '{}'"},
    Both{"“{}”作拼音首字母“{}”", "'{}' as initials of pinyin, '{}'"},
    Both{"“{}”的近义词“{}”", "'{}' in other words, '{}'"}};

class Trials {
 public:
  explicit Trials(const Console& console) : console_(console) {}

  void add(const std::string& query, std::size_t count, const std::string& why) {
    if (!shown_.insert(query).second) return;
    if (shown_.size() == 1) console_.err << console_(kTryThese) << '\n';
    console_.err << "  " << query << "  "
                 << fmt::format(fmt::runtime(console_(kHitsAndWhy)), count, why) << '\n';
  }

 private:
  const Console& console_;
  std::set<std::string> shown_{};
};

}  // namespace

void print_advice(std::span<const index::Reader* const> readers, const index::Asked& asked,
                  const index::Vocabulary& vocabulary, const std::vector<index::Choice>& choices,
                  bool nothing, const Console& console) {
  Trials trials(console);
  for (const index::Suggestion& one : index::suggestions(readers, asked, vocabulary)) {
    const auto& words = kSuggestionWords.at(static_cast<std::size_t>(one.kind));
    trials.add(one.text, one.count,
               fmt::format(fmt::runtime(console(words)), one.was,
                           one.example.empty() ? one.is : one.example));
  }
  if (!nothing) return;
  const auto widen = [&](index::QueryNode node) {
    std::vector<index::Widened> unused;
    return index::expand(std::move(node), vocabulary.synonyms(), index::WordGroup::Kind::equal,
                         unused);
  };
  for (const index::Advice& one :
       index::advise(readers, asked.typed, {.choices = choices, .widen = widen})) {
    const std::string why = fmt::format(
        fmt::runtime(console(kAdviceWords.at(static_cast<std::size_t>(one.kind)))), one.part);
    if (one.kind == index::Advice::Kind::absent) {
      console.err << why << '\n';
    } else {
      trials.add(one.query, one.count, why);
    }
  }
}

}  // namespace guidang::cli
