// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/renumber.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "pipeline/number/former_codes.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

using fake::Office;
using testing::ElementsAre;
using testing::IsEmpty;

const PlaceAuthor kAuthor{.by = "甲", .date = "2024-05-01", .why = "重要文件在前"};

class Renumber : public testing::Test {
 protected:
  Office office;
  RecordId a = office.add("d1", "2023-01-01");
  RecordId b = office.add("d2", "2023-01-02");
  RecordId c = office.add("d3", "2023-01-03");
  RecordId other = office.add("d4", "2023-01-01", "30年");

  std::vector<std::string> errors(const std::vector<WantedPlace>& rows) {
    std::vector<std::string> list;
    const PlacePlan plan = plan_places(office.registry(), 2023, rows);
    EXPECT_TRUE(plan.errors.empty() || plan.places.empty());
    for (const PlaceError& error : plan.errors) {
      list.push_back(std::to_string(error.line) + " " + error.record);
      EXPECT_NE(error.message.find(" / "), std::string::npos) << error.message;
    }
    return list;
  }
  std::vector<std::string> codes() { return {office.code(a), office.code(b), office.code(c)}; }
};

TEST_F(Renumber, GivesTheOrderOfTheTable) {
  office.run();
  EXPECT_THAT(codes(), ElementsAre("J001-WS·2023-Y-0001 ?", "J001-WS·2023-Y-0002 ?",
                                   "J001-WS·2023-Y-0003 ?"));
  const PlacePlan plan = plan_places(office.registry(), 2023,
                                     {{.line = 2, .record = c},
                                      {.line = 3, .record = "J001-WS·2023-Y-0001"},
                                      {.line = 4, .record = b}});
  ASSERT_THAT(plan.errors, IsEmpty());
  std::vector<Renumbered> changes{{.item = c, .before = "J001-WS·2023-Y-0003", .after = "x"}};
  decide_places(office.registry(), plan.places, changes, kAuthor);
  EXPECT_THROW(static_cast<void>(office.seal(2023)), Failure);
  office.run();
  EXPECT_THAT(codes(), ElementsAre("J001-WS·2023-Y-0002 ?", "J001-WS·2023-Y-0003 ?",
                                   "J001-WS·2023-Y-0001 ?"));
  const RecordId late = office.add("d5", "2022-12-31");
  const RecordId later = office.add("d6", "2023-01-01");
  office.run();
  EXPECT_EQ(office.code(later), "J001-WS·2023-Y-0004 ?");
  EXPECT_EQ(office.code(late), "J001-WS·2022-Y-0001 ?");
  static_cast<void>(office.seal(2023));
  EXPECT_EQ(office.code(c), "J001-WS·2023-Y-0001");
  std::vector<std::string> known;
  for_each_former_code(office.registry(), 2023, [&](const FormerCode& one) {
    known.push_back(one.before + " " + one.now + " " + one.by + " " + one.why);
  });
  EXPECT_THAT(known, ElementsAre("J001-WS·2023-Y-0003 J001-WS·2023-Y-0001 甲 重要文件在前"));
}

TEST_F(Renumber, TakesNumbersForTheOrderWhenTheTableHasThem) {
  office.run();
  const PlacePlan plan = plan_places(office.registry(), 2023,
                                     {{.line = 2, .record = a, .place = "30"},
                                      {.line = 3, .record = b, .place = "10"},
                                      {.line = 4, .record = c, .place = "20"}});
  EXPECT_THAT(plan.errors, IsEmpty());
  EXPECT_EQ(plan.places.at(b), 1U);
  EXPECT_EQ(plan.places.at(c), 2U);
  EXPECT_EQ(plan.places.at(a), 3U);
}

TEST_F(Renumber, SaysOfEachRowWhatIsWrong) {
  office.run();
  EXPECT_THAT(errors({{.line = 2, .record = a}, {.line = 3, .record = b}}), ElementsAre("0 " + c));
  EXPECT_THAT(errors({{.line = 2, .record = a},
                      {.line = 3, .record = b},
                      {.line = 4, .record = a},
                      {.line = 5, .record = c, .place = "first"},
                      {.line = 6, .record = "J001-WS·2023-Y-0009"}}),
              ElementsAre("4 " + a, "5 " + c, "6 J001-WS·2023-Y-0009"));
  EXPECT_THAT(errors({{.line = 2, .record = a, .place = "1"},
                      {.line = 3, .record = b, .place = "1"},
                      {.line = 4, .record = c}}),
              ElementsAre("3 " + b, "4 " + c));
}

TEST_F(Renumber, LeavesSealedCodesAlone) {
  office.run();
  static_cast<void>(office.seal(2023));
  EXPECT_THAT(errors({{.line = 2, .record = a}}), ElementsAre("2 " + a));
  EXPECT_THAT(errors({{.line = 2, .record = "J001-WS·2023-Y-0002"}}),
              ElementsAre("2 J001-WS·2023-Y-0002"));
}

TEST_F(Renumber, NeedsSomebodyAndAReason) {
  office.run();
  EXPECT_THROW(decide_places(office.registry(), {{a, 1}}, {}, {.by = "甲", .date = "2024-05-01"}),
               Failure);
  EXPECT_THROW(decide_places(office.registry(), {{a, 1}}, {}, {.date = "2024-05-01", .why = "x"}),
               Failure);
}

TEST_F(Renumber, ComparesTwoRegisters) {
  office.run();
  Office then;
  then.add("d1", "2023-01-05");
  then.add("d2", "2023-01-02");
  then.run();
  std::vector<std::string> rows;
  compare_codes(office.registry(), then.registry(), 2023, [&](const Renumbered& row) {
    rows.push_back(row.before + " " + row.after + (row.changed() ? " *" : ""));
  });
  EXPECT_THAT(rows, ElementsAre("J001-WS·2023-Y-0002 J001-WS·2023-Y-0001 *",
                                "J001-WS·2023-Y-0001 J001-WS·2023-Y-0002 *"));
}

TEST(FormerCodes, StandOnceEach) {
  EXPECT_EQ(with_former("", "A-1"), "A-1");
  EXPECT_EQ(with_former("A-1", "A-2"), "A-1；A-2");
  EXPECT_EQ(with_former("A-1；A-2", "A-1"), "A-1；A-2");
  EXPECT_THAT(split_former("A-1；A-2"), ElementsAre("A-1", "A-2"));
  EXPECT_THAT(split_former(""), IsEmpty());
}

}  // namespace
}  // namespace guidang
