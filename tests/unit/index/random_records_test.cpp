// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

constexpr std::array<std::string_view, 8> kCharacters{"人", "民", "政", "府",
                                                      "信", "访", "。", "，"};

std::string random_text(std::mt19937& random, std::size_t length, std::size_t kinds) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += kCharacters[random() % kinds];
  return text;
}

/// The index finds what looking into every text finds, for words, exclusion and alternatives.
TEST(RandomRecords, AreFoundAsByLookingThroughThem) {
  const TestFolder folder;
  std::mt19937 random(11);
  std::vector<IndexRecord> records;
  for (int i = 0; i < 60; ++i) {
    records.push_back(open_record("r" + std::to_string(100 + i), random_text(random, 4, 6),
                                  random_text(random, 10 + random() % 80, 8)));
  }
  build(folder / "index", records);
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  const auto has = [](const IndexRecord& record, const std::string& word) {
    return record.title.find(word) != std::string::npos ||
           record.pages.front().find(word) != std::string::npos;
  };
  for (int i = 0; i < 300; ++i) {
    const std::string a = random_text(random, 1 + random() % 4, 6);
    const std::string b = random_text(random, 1 + random() % 4, 6);
    std::array<std::size_t, 4> expected{};
    for (const IndexRecord& record : records) {
      expected[0] += has(record, a) ? 1U : 0U;
      expected[1] += has(record, a) && has(record, b) ? 1U : 0U;
      expected[2] += has(record, a) && !has(record, b) ? 1U : 0U;
      expected[3] += has(record, a) || has(record, b) ? 1U : 0U;
    }
    EXPECT_EQ(search(readers, parsed(a)).total, expected[0]) << a;
    EXPECT_EQ(search(readers, parsed(a + " " + b)).total, expected[1]) << a << " " << b;
    EXPECT_EQ(search(readers, parsed(a + " -" + b)).total, expected[2]) << a << " -" << b;
    EXPECT_EQ(search(readers, parsed(a + " OR " + b)).total, expected[3]) << a << " OR " << b;
  }
}

}  // namespace
}  // namespace guidang::index
