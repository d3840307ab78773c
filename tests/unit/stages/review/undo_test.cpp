// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/undo.h"

#include <gmock/gmock.h>

#include <random>

#include "pipeline/failure.h"
#include "tests/unit/stages/office.h"

namespace guidang::review {
namespace {

using fake::Office;

UndoRequest request(std::int64_t event = 0) {
  return {.event = event, .by = "王五", .date = "2024-02-01"};
}

/// What stands of documents and items, as text.
std::vector<std::string> standing_now(Office& office) {
  sqlite::Statement rows = office.registry().database().prepare(
      "SELECT record, field, value, by_whom, why FROM decision d WHERE id = (SELECT max(id) FROM "
      "decision l WHERE l.record = d.record AND l.field = d.field) AND value <> '' AND "
      "record NOT LIKE 'e%' ORDER BY 1, 2");
  std::vector<std::string> all;
  while (rows.step()) {
    std::string line;
    for (int i = 0; i < 5; ++i) line += std::string(rows.text(i)) + "|";
    all.push_back(line);
  }
  return all;
}

std::vector<DecisionEvent> events(Office& office) {
  std::vector<DecisionEvent> all;
  for_each_decision_event(office.registry(), [&](const DecisionEvent& event) {
    all.push_back(event);
    return true;
  });
  return all;
}

TEST(Undo, RestoresWhatStoodAsItWasDecided) {
  Office office;
  const RecordId item = office.add("d1", "2023-01-01");
  office.decide(item, "period", "永久");
  const auto before = standing_now(office);
  office.decide(item, "period", "10年");
  const UndoReport report = undo(office.registry(), request());
  EXPECT_EQ(standing_now(office), before);
  ASSERT_EQ(report.restored.size(), 1U);
  EXPECT_EQ(report.restored.front().decision.value, "永久");
  EXPECT_EQ(events(office).front().undoes, report.undone);
  EXPECT_EQ(office.registry().broken_link(), 0);
}

TEST(Undo, WithoutAnEventGoesFurtherBackEachTime) {
  Office office;
  const RecordId item = office.add("d1", "2023-01-01");
  for (const char* value : {"永久", "30年", "10年"}) office.decide(item, "period", value);
  for (int i = 0; i < 3; ++i) (void)undo(office.registry(), request());
  EXPECT_TRUE(standing_now(office).empty());
  EXPECT_THROW((void)undo(office.registry(), request()), Failure);
}

TEST(Undo, NamesWhatWasDecidedLater) {
  Office office;
  const RecordId item = office.add("d1", "2023-01-01");
  office.decide(item, "period", "永久");
  const std::int64_t event = events(office).front().id;
  office.decide(item, "period", "10年");
  try {
    (void)undo(office.registry(), request(event));
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), ::testing::HasSubstr(item));
    EXPECT_THAT(failure.what(), ::testing::HasSubstr("10年"));
    EXPECT_THAT(failure.what(), ::testing::HasSubstr(std::to_string(event + 1)));
  }
}

TEST(Undo, IsRefusedForWhatWasSealed) {
  Office office;
  const RecordId item = office.add("d1", "2023-01-01", "");
  office.decide(item, "period", "永久");
  office.decide("d1", "remarks", "x");
  office.run();
  ASSERT_TRUE(office.seal(2023).sealed);
  EXPECT_THROW((void)undo(office.registry(), request()), Failure);
  // A proposal made after the seal can go.
  office.decide(item, "period", "10年");
  EXPECT_NO_THROW((void)undo(office.registry(), request()));
}

TEST(Undo, NeedsANameAndAnEventOfDecisions) {
  Office office;
  office.add("d1", "2023-01-01");
  EXPECT_THROW((void)undo(office.registry(), request(1)), Failure);
  EXPECT_THROW((void)undo(office.registry(), {.event = 1}), Failure);
}

/// A law: whatever was decided in whatever order, taking all back newest first leaves nothing, and
/// taking back the undoings, newest first, brings all of it again.
TEST(Undo, OfAllLeavesNothingAndOfTheUndoingsBringsAllBack) {
  std::mt19937 random(20240101);
  for (int round = 0; round < 40; ++round) {
    Office office;
    const RecordId items[] = {office.add("d1", "2023-01-01"), office.add("d2", "2023-02-01")};
    const std::string fields[] = {"period", "year", "waive:X-1"};
    const std::string values[] = {"", "a", "b"};
    for (int i = 0; i < 12; ++i) {
      office.decide(items[random() % 2], fields[random() % 3], values[random() % 3]);
    }
    const auto made = standing_now(office);
    std::vector<std::int64_t> undoings;
    for (int i = 0; i < 12; ++i) undoings.push_back(undo(office.registry(), request()).event);
    EXPECT_TRUE(standing_now(office).empty());
    for (auto at = undoings.rbegin(); at != undoings.rend(); ++at) {
      (void)undo(office.registry(), request(*at));
    }
    EXPECT_EQ(standing_now(office), made);
    EXPECT_EQ(office.registry().broken_link(), 0);
  }
}

}  // namespace
}  // namespace guidang::review
