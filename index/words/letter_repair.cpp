// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/letter_repair.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "pipeline/text/utf8.h"

namespace guidang::index {
namespace {

constexpr std::size_t kShortest = 4;  ///< letters; shorter words are all alike
constexpr std::size_t kLongest = 40;
constexpr std::size_t kLongFromHere = 7;  ///< letters with which two may be wrong
constexpr std::size_t kMostWalked = 50'000;

/// Letters put in, left out, replaced or swapped with the next; `most` + 1 stands for more.
std::size_t distance(std::string_view one, std::string_view other, std::size_t most) {
  const std::size_t longer = std::max(one.size(), other.size());
  if (longer - std::min(one.size(), other.size()) > most) return most + 1;
  std::vector<std::size_t> before(other.size() + 1);
  std::vector<std::size_t> above(other.size() + 1);
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t same = one[i - 1] == other[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + same});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    if (*std::min_element(row.begin(), row.end()) > most) return most + 1;
    before = std::exchange(above, row);
  }
  return above.back();
}

}  // namespace

std::optional<Repair> repair_letters(const WordSearch& records, const QueryNode& word,
                                     const std::vector<Token>& tokens, std::string_view prefix) {
  for (const Token& token : tokens) {
    const bool fits = token.kind == Token::Kind::word && token.text.size() >= kShortest &&
                      token.text.size() <= kLongest;
    if (!fits || records.records_with(std::string(prefix) + token.text) > 0) continue;
    const std::size_t most = token.text.size() >= kLongFromHere ? 2 : 1;
    std::size_t nearest = most + 1;
    std::size_t commonest = 0;
    std::string best;
    std::size_t walked = 0;
    // The first letter is hardly ever wrong, and the terms with one are a short walk.
    const std::string beginning = std::string(prefix).append(text::prefix(token.text, 1));
    records.for_each_term(beginning, [&](std::string_view term) {
      const std::string_view other = term.substr(prefix.size());
      const std::size_t apart = distance(token.text, other, most);
      if (apart > std::min(nearest, most)) return ++walked < kMostWalked;
      const std::size_t count = records.records_with(std::string(term));
      if (apart < nearest || count > commonest) {
        nearest = apart;
        commonest = count;
        best = other;
      }
      return ++walked < kMostWalked;
    });
    if (best.empty()) return std::nullopt;
    QueryNode node = word;
    node.text.replace(token.range.begin, token.range.end - token.range.begin, best);
    const std::size_t count = records.count(node);
    if (count == 0) return std::nullopt;
    return Repair{std::move(node.text), count};
  }
  return std::nullopt;
}

}  // namespace guidang::index
