// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/deck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/register/sorter.h"

namespace guidang::lists {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> lines(const Deck& deck, std::string_view kind, int year) {
  std::vector<std::string> all;
  deck.for_each(kind, year, [&](std::string_view payload) { all.emplace_back(payload); });
  return all;
}

TEST(Deck, EachGroupIsReadByItselfAndAgain) {
  Deck deck(make_sorter());
  deck.add("b", "i2", {.year = 2006, .key = "2", .payload = "b-2006-2"});
  deck.add("a", "i1", {.year = kWholeFonds, .key = "1", .payload = "a-all"});
  deck.add("b", "i1", {.year = 2006, .key = "1", .payload = "b-2006-1"});
  deck.add("b", "i3", {.year = 0, .key = "1", .payload = ""});
  deck.add("ab", "i3", {.year = 2006, .key = "1", .payload = "ab-2006", .provisional = true});
  deck.close();
  for (int again = 0; again < 2; ++again) {
    EXPECT_THAT(lines(deck, "b", 2006), ElementsAre("b-2006-1", "b-2006-2"));
    EXPECT_THAT(lines(deck, "a", kWholeFonds), ElementsAre("a-all"));
    EXPECT_THAT(lines(deck, "b", 0), ElementsAre(""));
    EXPECT_THAT(lines(deck, "ab", 2006), ElementsAre("ab-2006"));
    EXPECT_THAT(lines(deck, "a", 2006), IsEmpty());
  }
  EXPECT_THAT(deck.years("b"), ElementsAre(0, 2006));
  EXPECT_EQ(deck.count("b", 2006), 2U);
  EXPECT_TRUE(deck.provisional("ab", 2006));
  EXPECT_FALSE(deck.provisional("b", 2006));
}

TEST(Deck, ManyLongLinesComeBackInOrder) {
  Deck deck(make_sorter(1 << 16));
  for (int i = 999; i >= 0; --i) {
    const std::string key = std::to_string(10'000 + i);
    deck.add("a", "i", {.year = 2006, .key = key, .payload = key + std::string(2'000, 'x')});
  }
  deck.close();
  int next = 10'000;
  deck.for_each("a", 2006, [&](std::string_view payload) {
    EXPECT_EQ(payload.size(), 2'005U);
    EXPECT_EQ(payload.substr(0, 5), std::to_string(next++));
  });
  EXPECT_EQ(next, 11'000);
}

TEST(Deck, NothingIsEmpty) {
  Deck deck(make_sorter());
  deck.close();
  EXPECT_THAT(deck.years("a"), IsEmpty());
  EXPECT_THAT(lines(deck, "a", 2006), IsEmpty());
}

}  // namespace
}  // namespace guidang::lists
