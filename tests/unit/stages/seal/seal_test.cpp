// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/seal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

using fake::Office;
using testing::IsEmpty;

TEST(Seal, MakesProvisionalNumbersLastingAndPins) {
  Office office;
  const RecordId a = office.add("d1", "2023-02-01");
  const RecordId b = office.add("d2", "2023-01-01");
  const RecordId other = office.add("d3", "2022-01-01");
  office.run();
  EXPECT_EQ(office.code(a), "J001-WS·2023-Y-0002 ?");
  const SealReport report = office.seal(2023);
  EXPECT_TRUE(report.sealed);
  EXPECT_EQ(report.edition, 1);
  EXPECT_EQ(report.items, 2U);
  ASSERT_EQ(report.series.size(), 1U);
  EXPECT_EQ(report.series[0].first, 1U);
  EXPECT_EQ(report.series[0].last, 2U);
  EXPECT_EQ(office.code(b), "J001-WS·2023-Y-0001");
  EXPECT_EQ(office.code(a), "J001-WS·2023-Y-0002");
  EXPECT_EQ(office.code(other), "J001-WS·2022-Y-0001 ?");
  Ledger ledger(office.registry());
  EXPECT_TRUE(ledger.sealed(a));
  EXPECT_TRUE(ledger.sealed("d1"));
  EXPECT_FALSE(ledger.sealed(other));
  EXPECT_EQ(ledger.of_item(a)->code, "J001-WS·2023-Y-0002");
  EXPECT_EQ(ledger.seals(2023).at(0).checked_by, "乙");
  EXPECT_THAT(ledger.missing(), IsEmpty());
  EXPECT_EQ(office.registry().broken_link(), 0);
}

TEST(Seal, LateItemsAppendInALaterEdition) {
  Office office;
  const RecordId a = office.add("d1", "2023-02-01");
  office.run();
  static_cast<void>(office.seal(2023));
  const RecordId late = office.add("d2", "2023-01-01");
  office.run();
  EXPECT_EQ(office.code(late), "J001-WS·2023-Y-0002 ?");
  EXPECT_EQ(office.seal(2023).edition, 2);
  EXPECT_EQ(office.code(a), "J001-WS·2023-Y-0001");
  EXPECT_EQ(office.code(late), "J001-WS·2023-Y-0002");
}

TEST(Seal, RunningAgainChangesNothingSealed) {
  Office office;
  const RecordId a = office.add("d1", "2023-02-01");
  office.run();
  static_cast<void>(office.seal(2023));
  office.run();
  EXPECT_EQ(office.code(a), "J001-WS·2023-Y-0001");
  EXPECT_TRUE(RecordReader(office.registry()).load(a).findings.empty());
}

TEST(Seal, WaitsForHeldItems) {
  Office office;
  const RecordId good = office.add("d1", "2023-02-01");
  const RecordId undated = office.add("d2", "");
  const RecordId unappraised = office.add("d3", "2023-02-01", "");
  office.add("d4", "2022-02-01", "");
  office.run();
  const std::string head = office.registry().head();
  const SealReport refused = office.seal(2023);
  EXPECT_FALSE(refused.sealed);
  EXPECT_EQ(refused.held_count, 2U);
  ASSERT_EQ(refused.held.size(), 2U);
  for (const HeldItem& held : refused.held) {
    EXPECT_EQ(held.undated, held.item == undated);
    EXPECT_TRUE(held.item == undated || held.item == unappraised);
    EXPECT_THAT(held.place, testing::StartsWith("收文/"));
  }
  EXPECT_EQ(office.registry().head(), head);
  const SealReport done = office.seal(2023, true);
  EXPECT_TRUE(done.sealed);
  EXPECT_EQ(done.items, 1U);
  EXPECT_EQ(Ledger(office.registry()).seals(2023).at(0).left_held, 2U);
  EXPECT_EQ(office.code(good), "J001-WS·2023-Y-0001");
  EXPECT_EQ(office.code(undated), "");
}

TEST(Seal, RefusesWrongRequests) {
  Office office;
  office.add("d1", "2023-02-01");
  office.run();
  const SealRequest right{.by = "甲", .checked_by = "乙", .date = "2024-06-30"};
  const auto refused = [&](const SealRequest& request, int year = 2023) {
    try {
      static_cast<void>(seal_year(office.registry(), office.profile, year, request));
      return false;
    } catch (const Failure& failure) {
      return failure.status() == ExitStatus::usage;
    }
  };
  SealRequest same = right;
  same.checked_by = " 甲 ";
  EXPECT_TRUE(refused(same));
  SealRequest nobody = right;
  nobody.by = " ";
  EXPECT_TRUE(refused(nobody));
  SealRequest undated = right;
  undated.date = "2024-6-30";
  EXPECT_TRUE(refused(undated));
  SealRequest silent = right;
  silent.leave_held = true;
  EXPECT_TRUE(refused(silent));
  EXPECT_TRUE(refused(right, 2021));
  EXPECT_FALSE(refused(right));
  EXPECT_TRUE(refused(right));
}

TEST(Seal, RefusesWhatWasDecidedSinceTheLastRun) {
  Office office;
  const RecordId item = office.add("d1", "2023-02-01");
  office.run();
  office.decide(item, "period", "30年");
  EXPECT_THROW(static_cast<void>(office.seal(2023)), Failure);
  office.run();
  EXPECT_TRUE(office.seal(2023).sealed);
  EXPECT_EQ(office.code(item), "J001-WS·2023-D30-0001");
}

TEST(Seal, IsWholeOrAbsent) {
  Office office;
  office.add("d1", "2023-02-01");
  office.add("d2", "2023-02-02");
  office.run();
  const std::string head = office.registry().head();
  office.registry().before_commit([](std::uint64_t) { throw std::runtime_error("cut"); });
  EXPECT_THROW(static_cast<void>(office.seal(2023)), std::runtime_error);
  office.registry().before_commit({});
  EXPECT_EQ(office.registry().head(), head);
  EXPECT_EQ(Ledger(office.registry()).last("J001-WS·2023-Y-"), 0U);
  EXPECT_EQ(office.seal(2023).edition, 1);
}

TEST(Seal, NumbersBeforeTheStartAreKeptBack) {
  Office office(
      fake::profile_of(std::string(fake::kPeriods) +
                       R"(<number pattern="{fonds}-WS·{year}-{period}-{number:4}" start="4"/>)"));
  const RecordId item = office.add("d1", "2023-02-01");
  office.run();
  EXPECT_EQ(office.code(item), "J001-WS·2023-Y-0004 ?");
  static_cast<void>(office.seal(2023));
  EXPECT_EQ(office.code(item), "J001-WS·2023-Y-0004");
  EXPECT_THAT(Ledger(office.registry()).missing(), IsEmpty());
}

TEST(Seal, WhatWasOpenedSinceMakesAnEdition) {
  Office office;
  const RecordId item = office.add("d1", "2023-02-01");
  office.run();
  EXPECT_EQ(office.seal(2023).edition, 1);
  EXPECT_THROW(static_cast<void>(office.seal(2023)), Failure) << "nothing new";
  office.decide(item, "title", "另一题名");
  EXPECT_THROW(static_cast<void>(office.seal(2023)), Failure) << "proposed only";
  office.decide(item, "opening", "open");
  const SealReport report = office.seal(2023);
  EXPECT_EQ(report.edition, 2);
  EXPECT_EQ(report.items, 0U);
  EXPECT_EQ(office.code(item), "J001-WS·2023-Y-0001");
  EXPECT_THROW(static_cast<void>(office.seal(2023)), Failure);
}

TEST(Bury, KeepsTheNumberTaken) {
  Office office;
  const RecordId item = office.add("d1", "2023-02-01");
  office.run();
  const Withdrawal withdrawal{.by = "甲", .date = "2024-07-01", .why = "应退还原单位"};
  EXPECT_THROW(bury_item(office.registry(), item, withdrawal), Failure);
  static_cast<void>(office.seal(2023));
  EXPECT_THROW(bury_item(office.registry(), item, {.by = "甲", .date = "2024-07-01"}), Failure);
  bury_item(office.registry(), item, withdrawal);
  Ledger ledger(office.registry());
  EXPECT_EQ(ledger.last("J001-WS·2023-Y-"), 1U);
  EXPECT_FALSE(ledger.of_item(item));
  ledger.for_each(2023, [](const LedgerRow& row) { EXPECT_EQ(row.state, "tombstone"); });
  EXPECT_THROW(bury_item(office.registry(), item, withdrawal), Failure);
  const RecordId next = office.add("d2", "2023-03-01");
  office.run();
  EXPECT_EQ(office.code(next), "J001-WS·2023-Y-0002 ?");
}

}  // namespace
}  // namespace guidang
