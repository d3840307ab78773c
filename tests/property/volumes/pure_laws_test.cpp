// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the pure functions of volume mode, over a hundred thousand generated rows.
#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <set>

#include "pipeline/text/utf8.h"
#include "stages/arrange/case_order.h"
#include "stages/arrange/cases.h"
#include "stages/arrange/split.h"
#include "stages/arrange/volume_title.h"

namespace guidang::arrange {
namespace {

constexpr std::uint32_t kRows = 100'000;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t upto(std::uint32_t n) {
    return std::uniform_int_distribution<std::uint32_t>(0, n)(engine_);
  }
  template <typename T>
  void shuffle(std::vector<T>& list) {
    std::shuffle(list.begin(), list.end(), engine_);
  }

 private:
  std::mt19937 engine_;
};

std::vector<CaseMember> members(Random& random, std::uint32_t count, bool circles) {
  std::vector<CaseMember> list(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    list[i].key = std::to_string(1000 + random.upto(300));
    list[i].evidence = random.upto(9) == 0;
  }
  for (std::uint32_t i = 0; i < count / 2; ++i) {
    const std::uint32_t a = random.upto(count - 1);
    const std::uint32_t b = random.upto(count - 1);
    if (a == b) continue;
    // Without circles a tie always leads from the smaller index to the greater.
    if (circles) {
      list[a].followers.push_back(b);
    } else {
      list[std::min(a, b)].followers.push_back(std::max(a, b));
    }
  }
  return list;
}

class CaseOrderLaws : public testing::TestWithParam<unsigned> {};

TEST_P(CaseOrderLaws, EachMemberHasOnePlaceAlsoInCircles) {
  Random random(GetParam());
  for (const bool circles : {false, true}) {
    const auto list = members(random, kRows, circles);
    std::vector<std::uint32_t> order = order_case(list);
    std::sort(order.begin(), order.end());
    std::vector<std::uint32_t> all(kRows);
    std::iota(all.begin(), all.end(), 0U);
    EXPECT_EQ(order, all);
  }
}

TEST_P(CaseOrderLaws, TiesHoldPairwise) {
  Random random(GetParam());
  const auto list = members(random, kRows, false);
  const auto order = order_case(list);
  std::vector<std::size_t> place(kRows);
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (std::uint32_t i = 0; i < kRows; ++i) {
    for (const std::uint32_t follower : list[i].followers) ASSERT_LT(place[i], place[follower]);
  }
}

TEST_P(CaseOrderLaws, WithoutTiesDatesRiseAndEvidenceComesLast) {
  Random random(GetParam());
  auto list = members(random, kRows, false);
  for (CaseMember& member : list) member.followers.clear();
  const auto order = order_case(list);
  for (std::size_t i = 1; i < order.size(); ++i) {
    const CaseMember& a = list[order[i - 1]];
    const CaseMember& b = list[order[i]];
    ASSERT_LE(a.evidence, b.evidence);
    if (a.evidence == b.evidence) {
      ASSERT_LE(a.key, b.key);
    }
  }
}

TEST_P(CaseOrderLaws, DoesNotDependOnWhichCameFirst) {
  Random random(GetParam());
  constexpr std::uint32_t kCount = 2000;
  auto list = members(random, kCount, false);
  for (std::uint32_t i = 0; i < kCount; ++i) list[i].key += "|" + std::to_string(i);
  const auto order = order_case(list);
  std::vector<std::uint32_t> at(kCount);
  std::iota(at.begin(), at.end(), 0U);
  random.shuffle(at);  // at[new] = old
  std::vector<std::uint32_t> now(kCount);
  for (std::uint32_t i = 0; i < kCount; ++i) now[at[i]] = i;
  std::vector<CaseMember> shuffled(kCount);
  for (std::uint32_t i = 0; i < kCount; ++i) {
    shuffled[i] = list[at[i]];
    for (std::uint32_t& follower : shuffled[i].followers) follower = now[follower];
  }
  const auto again = order_case(shuffled);
  for (std::uint32_t i = 0; i < kCount; ++i) ASSERT_EQ(list[order[i]].key, shuffled[again[i]].key);
}

TEST_P(CaseOrderLaws, VolumesHoldNoMoreThanTheyMay) {
  Random random(GetParam());
  std::vector<CaseSize> cases(kRows);
  for (CaseSize& one : cases) one = {.pages = random.upto(60), .items = 1 + random.upto(4)};
  const VolumeLimits limits{.pages = 200, .items = 30};
  const std::vector<std::size_t> begins = split(cases, limits);
  ASSERT_EQ(begins.front(), 0U);
  for (std::size_t v = 0; v < begins.size(); ++v) {
    const std::size_t end = v + 1 < begins.size() ? begins[v + 1] : cases.size();
    CaseSize sum;
    for (std::size_t i = begins[v]; i < end; ++i) {
      sum.pages += cases[i].pages;
      sum.items += cases[i].items;
    }
    ASSERT_TRUE(end == begins[v] + 1 || (sum.pages <= limits.pages && sum.items <= limits.items));
    if (end == cases.size()) break;
    // No volume is closed while the next case would still fit.
    ASSERT_TRUE(sum.pages + cases[end].pages > limits.pages ||
                sum.items + cases[end].items > limits.items);
  }
}

TEST_P(CaseOrderLaws, CasesAreThoseOfANaiveSearch) {
  Random random(GetParam());
  constexpr std::uint32_t kCount = 3000;
  Cases cases;
  std::vector<std::vector<std::uint32_t>> near(kCount + 1);
  for (std::uint32_t i = 1; i <= kCount; ++i) {
    cases.add({.item = i, .frame = i % 3});
    cases.add_document(i + 10'000'000, i);
  }
  for (std::uint32_t t = 0; t < kCount; ++t) {
    const std::uint32_t a = 1 + random.upto(kCount - 1);
    const std::uint32_t b = 1 + random.upto(kCount - 1);
    cases.add_tie(a + 10'000'000, b + 10'000'000, true);
    if (a % 3 == b % 3) {
      near[a].push_back(b);
      near[b].push_back(a);
    }
  }
  cases.settle();
  std::vector<bool> seen(kCount + 1);
  for (std::uint32_t i = 1; i <= kCount; ++i) {
    if (seen[i]) continue;
    std::vector<std::uint32_t> open{i};
    seen[i] = true;
    while (!open.empty()) {
      const std::uint32_t one = open.back();
      open.pop_back();
      ASSERT_EQ(cases.root(one), i);  // the smallest, since it was met first
      for (const Cases::Clash& clash : cases.clashes(one)) ASSERT_NE(clash.other % 3, one % 3);
      for (const std::uint32_t next : near[one]) {
        if (!seen[next]) open.push_back(next);
        seen[next] = true;
      }
    }
  }
}

TEST_P(CaseOrderLaws, TitlesAreShortAndNeverEmpty) {
  Random random(GetParam());
  const std::vector<std::string> creators{"", "县府", "青溪市人民政府办公室",
                                          "甲局 乙局 丙局 丁局"};
  const std::vector<std::string> titles{"",
                                        "通知",
                                        "关于防汛的通知",
                                        "[自拟]",
                                        "关于同意的批复",
                                        "2006年总结",
                                        "关于\xff坏字的函",
                                        "关于甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚"
                                        "辛壬癸甲乙丙丁戊己庚辛壬癸一事的函"};
  const std::vector<std::string> kinds{"", "通知", "批复", "请示", "奇怪的种类", "命令(令)"};
  for (std::uint32_t n = 0; n < kRows / 4; ++n) {
    std::vector<TitleSource> items(1 + random.upto(5));
    for (TitleSource& item : items) {
      item.creator = creators[random.upto(3)];
      item.title = titles[random.upto(7)];
      item.doctype = kinds[random.upto(5)];
      if (random.upto(3) == 0) item.matter = "防汛抗旱";
    }
    const std::uint32_t part = random.upto(3) * random.upto(40);
    const VolumeTitle title = volume_title(items, 2006, part);
    ASSERT_FALSE(title.text.empty());
    ASSERT_LE(text::length(title.text), kLongestTitle) << title.text;
    ASSERT_EQ(title.made_up, title.text.starts_with("[")) << title.text;
    ASSERT_TRUE(title.text.ends_with(part_suffix(part)));
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, CaseOrderLaws, testing::Range(1U, 4U));

}  // namespace
}  // namespace guidang::arrange
