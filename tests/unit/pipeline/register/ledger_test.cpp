// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/ledger.h"

#include "pipeline/failure.h"
#include "tests/unit/pipeline/register/register_fixture.h"

namespace guidang::test {
namespace {

using LedgerTest = RegisterTest;

LedgerRow row(std::uint32_t number, const std::string& item, const std::string& state = "used") {
  return {.series = "X043-WS·2023-Y-",
          .number = number,
          .code = "X043-WS·2023-Y-000" + std::to_string(number),
          .state = state,
          .item = item,
          .year = 2023,
          .edition = 1};
}

TEST_F(LedgerTest, CountsUpToTheHighestNumberEverGiven) {
  write([](Commit& commit) {
    commit.put_ledger(row(1, "i1"));
    commit.put_ledger(row(2, "i2"));
  });
  Ledger ledger(*register_);
  EXPECT_EQ(ledger.last("X043-WS·2023-Y-"), 2U);
  EXPECT_EQ(ledger.last("another"), 0U);
  EXPECT_EQ(ledger.of_item("i2")->number, 2U);
  EXPECT_TRUE(ledger.missing().empty());
}

TEST_F(LedgerTest, ANumberIsNeverGivenTwice) {
  write([](Commit& commit) { commit.put_ledger(row(1, "i1")); });
  EXPECT_THROW(write([](Commit& commit) { commit.put_ledger(row(1, "i2")); }), Failure);
  LedgerRow same_code = row(2, "i2");
  same_code.code = row(1, "").code;
  EXPECT_THROW(write([&](Commit& commit) { commit.put_ledger(same_code); }), Failure);
  EXPECT_THROW(write([](Commit& commit) { commit.put_ledger(row(3, "i1")); }), Failure)
      << "an item has one number";
}

TEST_F(LedgerTest, ATombstoneKeepsItsNumber) {
  write([](Commit& commit) { commit.put_ledger(row(1, "i1")); });
  write([](Commit& commit) { commit.bury("X043-WS·2023-Y-", 1, "撤回"); });
  Ledger ledger(*register_);
  EXPECT_EQ(ledger.last("X043-WS·2023-Y-"), 1U);
  EXPECT_FALSE(ledger.of_item("i1").has_value());
  EXPECT_TRUE(ledger.missing().empty());
}

TEST_F(LedgerTest, AHoleBelowTheCounterIsSeen) {
  write([](Commit& commit) { commit.put_ledger(row(3, "i3")); });
  EXPECT_THAT(Ledger(*register_).missing(), ::testing::ElementsAre("X043-WS·2023-Y-"));
}

}  // namespace
}  // namespace guidang::test
