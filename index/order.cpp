// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/order.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <string>

#include "index/columns.h"
#include "index/schema.h"

namespace guidang::index {
namespace {

constexpr std::uint64_t kLast = std::numeric_limits<std::uint64_t>::max();

/// A match with its rank: smaller ones first.
struct Ranked {
  std::uint64_t rank = 0;
  Match match{};
};

/// Weights are never negative, so their bits have the order of their values.
std::uint64_t rank_of_weight(double weight) { return ~std::bit_cast<std::uint64_t>(weight); }

/// Ten characters of an ISO date, in their order; 0 for none.
std::uint64_t rank_of_date(std::string_view date) {
  std::uint64_t rank = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    const char c = i < date.size() ? date[i] : '\0';
    rank = rank << 4U | static_cast<unsigned>(c >= '0' && c <= '9' ? c - '0' + 2 : c == '-');
  }
  return rank;
}

std::vector<Ranked> rank(const Joined& joined, const std::vector<Match>& matches, Sort sort) {
  std::vector<Ranked> ranked;
  ranked.reserve(matches.size());
  Column dates(joined, slot::kDate);
  for (const Match& match : matches) {
    std::uint64_t value = 0;
    if (sort == Sort::relevance) value = rank_of_weight(match.weight);
    if (sort == Sort::newest || sort == Sort::oldest) {
      const std::uint64_t date = rank_of_date(dates.at(match.place));
      value = date == 0 ? kLast : sort == Sort::newest ? kLast - date : date;
    }
    ranked.push_back({value, match});
  }
  return ranked;
}

using Iterator = std::vector<Ranked>::iterator;

void put_number(std::string& key, std::size_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    key += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
  }
}

/// Tells records of one rank apart.
void sort_equals(const Joined& joined, Sort sort, Iterator begin, Iterator end) {
  if (end - begin < 2) return;
  std::sort(begin, end, [](const Ranked& a, const Ranked& b) {
    const Place& one = a.match.place;
    const Place& two = b.match.place;
    return one.shard != two.shard ? one.shard < two.shard : one.id < two.id;
  });
  struct Keyed {
    std::string key{};
    Ranked ranked{};
  };
  std::vector<Keyed> keyed;
  keyed.reserve(static_cast<std::size_t>(end - begin));
  Column records(joined, slot::kRecord);
  Column codes(joined, slot::kCodeOrder);
  for (auto each = begin; each != end; ++each) {
    const Place& place = each->match.place;
    std::string key;
    if (sort == Sort::code) {
      const std::string code = codes.at(place);
      key.append(code.empty() ? "\x01" : std::string_view("\0", 1)).append(code).append(1, '\0');
    }
    put_number(key, joined.home_of_shard[place.shard]);
    key += records.at(place);
    keyed.push_back({std::move(key), *each});
  }
  std::sort(keyed.begin(), keyed.end(),
            [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
  std::transform(keyed.begin(), keyed.end(), begin, [](const Keyed& each) { return each.ranked; });
}

}  // namespace

std::vector<Match> in_order(const Joined& joined, std::vector<Match> matches, Sort sort,
                            std::size_t begin, std::size_t end) {
  end = std::min(end, matches.size());
  if (begin >= end) return {};
  std::vector<Ranked> ranked = rank(joined, matches, sort);
  matches = {};
  const auto by_rank = [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; };
  const auto at = [&](std::size_t i) { return ranked.begin() + static_cast<std::ptrdiff_t>(i); };
  std::nth_element(ranked.begin(), at(end - 1), ranked.end(), by_rank);
  const std::uint64_t worst = at(end - 1)->rank;
  const auto stop =
      std::partition(at(end), ranked.end(), [&](const Ranked& r) { return r.rank == worst; });
  std::sort(ranked.begin(), stop, by_rank);
  for (auto group = ranked.begin(); group != stop;) {
    const auto next = std::upper_bound(group, stop, *group, by_rank);
    const bool wanted = next > at(begin) && group < at(end);
    if (wanted) sort_equals(joined, sort, group, next);
    group = next;
  }
  std::vector<Match> ordered;
  ordered.reserve(end - begin);
  std::transform(at(begin), at(end), std::back_inserter(ordered),
                 [](const Ranked& each) { return each.match; });
  return ordered;
}

}  // namespace guidang::index
