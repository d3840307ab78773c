// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/sorter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

namespace guidang {
namespace {

TEST(Sorter, SortsByBytesOfKeyThenRecord) {
  const auto sorter = make_sorter();
  sorter->add("乙", "d2", "3");
  sorter->add("a", "d9", "1");
  sorter->add("乙", "d1", "2");
  sorter->add(std::string_view("a\0b", 3), "d0", "");
  std::string order;
  sorter->for_each([&](const SortedRow& row) { order += row.record + row.payload + " "; });
  EXPECT_EQ(order, "d91 d0 d12 d23 ") << "乙 is E4 B9 99, after every ASCII key";
}

TEST(Sorter, MayBeReadAgain) {
  for (const std::size_t bytes : {kSorterBytes, std::size_t{4096}}) {
    const auto sorter = make_sorter(bytes);
    for (int i = 0; i < 1000; ++i) sorter->add(std::to_string(i % 7), std::to_string(i), "x");
    for (int pass = 0; pass < 2; ++pass) {
      int rows = 0;
      std::string last;
      sorter->for_each([&](const SortedRow& row) {
        EXPECT_LE(last, row.key);
        last = row.key;
        ++rows;
      });
      EXPECT_EQ(rows, 1000);
    }
  }
}

// What spills to the file comes out as what stays in memory: equal rows in the order they came,
// rows longer than the memory and empty ones among them.
TEST(Sorter, MergesWhatItSpilled) {
  std::mt19937 random(7);
  using Row = std::tuple<std::string, std::string, std::string>;
  std::vector<Row> rows;
  for (int i = 0; i < 3000; ++i) {
    const std::size_t length = i % 500 == 3 ? 300'000 : random() % 40;
    rows.emplace_back(std::string(random() % 4, 'k'), std::to_string(random() % 50),
                      std::to_string(i) + std::string(length, 'p'));
  }
  const auto sorter = make_sorter(8192);
  for (const auto& [key, record, payload] : rows) sorter->add(key, record, payload);
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
  });
  std::size_t at = 0;
  sorter->for_each([&](const SortedRow& row) {
    ASSERT_LT(at, rows.size());
    EXPECT_EQ(std::tie(row.key, row.record, row.payload), rows[at]) << at;
    ++at;
  });
  EXPECT_EQ(at, rows.size());
}

TEST(Sorter, WithoutRowsGivesNone) {
  make_sorter()->for_each([](const SortedRow&) { FAIL(); });
}

}  // namespace
}  // namespace guidang
