// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/nearest.h"

#include <algorithm>

#include "pipeline/text/utf8.h"

namespace guidang::organs {
namespace {

constexpr std::size_t kLongest = 64;            // characters of a name that are compared
constexpr std::size_t kMostPostings = 200'000;  // looked at for one question
constexpr std::size_t kMostCompared = 400;

std::u32string characters(std::string_view text) {
  std::u32string result;
  for (std::size_t pos = 0; pos < text.size() && result.size() < kLongest;) {
    result += text::next(text, pos);
  }
  return result;
}

constexpr char32_t kEnd = 1;

/// Pairs of neighbours, the ends included.
std::vector<std::uint64_t> pairs_of(std::u32string_view key) {
  std::vector<std::uint64_t> pairs;
  char32_t before = kEnd;
  constexpr unsigned kShift = 32;
  for (const char32_t c : key) {
    pairs.push_back((std::uint64_t{before} << kShift) | c);
    before = c;
  }
  pairs.push_back((std::uint64_t{before} << kShift) | kEnd);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t bound) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > bound) return bound + 1;
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = j;
    std::size_t least = row[0];
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t above = row[i];
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[i] = std::min({row[i - 1] + 1, above + 1, change});
      diagonal = above;
      least = std::min(least, row[i]);
    }
    if (least > bound) return bound + 1;
  }
  return std::min(row[a.size()], bound + 1);
}

void NearestIndex::build(const std::vector<std::string>& keys) {
  keys_ = &keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (const std::uint64_t pair : pairs_of(characters(keys[i]))) {
      pairs_[pair].push_back(static_cast<std::uint32_t>(i));
    }
  }
}

std::vector<std::size_t> NearestIndex::nearest(std::string_view key, std::size_t most) const {
  if (keys_ == nullptr) return {};
  const std::u32string wanted = characters(key);
  std::vector<const std::vector<std::uint32_t>*> lists;
  for (const std::uint64_t pair : pairs_of(wanted)) {
    const auto it = pairs_.find(pair);
    if (it != pairs_.end()) lists.push_back(&it->second);
  }
  std::stable_sort(lists.begin(), lists.end(),
                   [](const auto* a, const auto* b) { return a->size() < b->size(); });
  std::unordered_map<std::uint32_t, std::size_t> shared;
  std::size_t looked_at = 0;
  for (const auto* list : lists) {
    if (looked_at > 0 && looked_at + list->size() > kMostPostings) break;
    const std::size_t taken = std::min(list->size(), kMostPostings);
    for (std::size_t i = 0; i < taken; ++i) ++shared[(*list)[i]];
    looked_at += taken;
  }
  std::vector<std::pair<std::size_t, std::uint32_t>> order;
  order.reserve(shared.size());
  for (const auto& [position, count] : shared) order.emplace_back(count, position);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (order.size() > kMostCompared) order.resize(kMostCompared);
  const std::size_t bound = std::max<std::size_t>(1, wanted.size() / 3);
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const auto& [count, position] : order) {
    const std::size_t distance = edit_distance(wanted, characters((*keys_)[position]), bound);
    if (distance <= bound) found.emplace_back(distance, position);
  }
  std::sort(found.begin(), found.end());
  if (found.size() > most) found.resize(most);
  std::vector<std::size_t> result;
  result.reserve(found.size());
  for (const auto& [distance, position] : found) result.push_back(position);
  return result;
}

}  // namespace guidang::organs
