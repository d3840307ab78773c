// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/query.h"

namespace guidang::index {

/// Words that stand for one another, as a table says.
struct WordGroup {
  enum class Kind {
    equal,  ///< a short form and its full name: one is always looked for with the other
    near    ///< former names, neighbouring ideas: only when asked for
  };
  Kind kind = Kind::equal;
  std::vector<std::string> words{};  ///< each finds all the others
  /// Find the words, but are not looked for themselves: 中办 would also stand in 集中办理.
  std::vector<std::string> typed{};
  std::string place{};  ///< "synonyms.xml:12"
};

/// Bounds on what is added to one query.
inline constexpr std::size_t kMostVariants = 6;     ///< of one word of the query
inline constexpr std::size_t kMostAdded = 24;       ///< in all
inline constexpr std::size_t kLongestSynonym = 40;  ///< tokens of a word in a table

/// Something of the query and what is looked for besides, for people to see.
struct Widened {
  std::string typed{};              ///< 国办
  std::vector<std::string> also{};  ///< 国务院办公厅
  bool operator==(const Widened&) const = default;
};

/// All tables of synonyms as one. Immutable; threads share it. Spellings meet as in the analyser:
/// width, case, traditional characters.
class Synonyms {
 public:
  Synonyms() = default;
  explicit Synonyms(const std::vector<WordGroup>& groups);

  /// What `word` as a whole stands for, in the order of the tables; empty when it is in none.
  [[nodiscard]] std::vector<std::string> of(std::string_view word, WordGroup::Kind kind) const;

  /// A part of a text that is in a table, in bytes of it.
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::string> others{};
  };
  /// The words of the tables in a text, the longest first where they overlap. Inside a longer text
  /// a word counts only when it is no accident: 中办 not in 集中办理, 环保部 not in 环保部门.
  [[nodiscard]] std::vector<Place> places(std::string_view text, WordGroup::Kind kind) const;

  [[nodiscard]] bool empty() const { return entries_.empty(); }

 private:
  struct Entry {
    std::vector<std::string> equal{};
    std::vector<std::string> near{};
  };
  std::unordered_map<std::string, Entry> entries_{};  ///< by its tokens
  std::size_t longest_ = 0;                           ///< tokens of the longest
};

/// Puts beside each unquoted word of a text field what it, or a known word in it, stands for: the
/// word becomes an `any_of` of itself and of nodes that are `added`, which find as it does and rank
/// below. Nothing else of the query changes. What was done is added to `widened`.
[[nodiscard]] QueryNode expand(QueryNode root, const Synonyms& synonyms, WordGroup::Kind kind,
                               std::vector<Widened>& widened);

}  // namespace guidang::index
