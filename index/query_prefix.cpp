// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_prefix.h"

#include <algorithm>
#include <utility>

namespace guidang::index {
namespace {

/// Each term taken is a list to be read.
constexpr std::size_t kMostTerms = 1000;
/// And each term looked at costs a microsecond.
constexpr std::size_t kMostLookedAt = 100'000;

}  // namespace

Beginning terms_beginning(const Xapian::Database& database, const std::string& beginning) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  Beginning result;
  const auto end = database.allterms_end(beginning);
  for (auto term = database.allterms_begin(beginning); term != end; ++term) {
    if (found.size() == kMostLookedAt) {
      result.complete = false;
      break;
    }
    found.emplace_back(term.get_termfreq(), *term);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (found.size() > kMostTerms) {
    result.complete = false;
    found.resize(kMostTerms);
  }
  for (auto& [frequency, term] : found) result.terms.push_back(std::move(term));
  return result;
}

}  // namespace guidang::index
