// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/sorter.h"

#include <gtest/gtest.h>

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
  const auto sorter = make_sorter();
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

}  // namespace
}  // namespace guidang
