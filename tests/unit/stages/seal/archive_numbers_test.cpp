// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/archive_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "pipeline/number/former_codes.h"
#include "stages/seal/code_check.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

using fake::Office;
using testing::ElementsAre;
using testing::IsEmpty;

class ArchiveNumbers : public testing::Test {
 protected:
  Office office;
  RecordId a = office.add("d1", "2023-01-01");
  RecordId b = office.add("d2", "2023-01-02");

  void SetUp() override {
    office.run();
    static_cast<void>(office.seal(2023));
  }
  ArchiveNumberReport take(const std::vector<std::vector<std::string>>& rows) {
    return put_archive_numbers(office.registry(),
                               [&](const ImportVisit& visit) {
                                 std::size_t line = 0;
                                 for (const auto& row : rows) {
                                   if (!visit(++line, row)) return;
                                 }
                               },
                               {.by = "馆员", .date = "2026-01-01", .why = "接收回执2026-3"});
  }
  std::string number(const RecordId& item) {
    const Known known = RecordReader(office.registry()).load(item);
    const auto it = known.decisions.find(kArchiveNumberDecision);
    return it == known.decisions.end() ? "" : it->second.value;
  }
  std::vector<std::string> complaints(const std::string& fonds = "J001") {
    std::vector<std::string> list;
    check_codes(office.registry(), office.profile, fonds,
                [&](const std::string& what) { list.push_back(what); });
    return list;
  }
};

TEST_F(ArchiveNumbers, StandBesideTheUnitsOwnAfterTheSeal) {
  const ArchiveNumberReport report = take(
      {{"档号", "馆编件号"}, {"J001-WS·2023-Y-0001", "0107"}, {"J001-WS·2023-Y-0002", "0108"}});
  EXPECT_THAT(report.errors, IsEmpty());
  EXPECT_EQ(report.set, 2U);
  EXPECT_EQ(number(a), "0107");
  office.run();
  EXPECT_EQ(number(b), "0108");
  EXPECT_EQ(office.code(b), "J001-WS·2023-Y-0002");
  EXPECT_THAT(RecordReader(office.registry()).load(a).findings, IsEmpty());
  EXPECT_THAT(take({{"code", "archive_number"}, {"J001-WS·2023-Y-0001", "0207"}}).errors,
              IsEmpty());
  EXPECT_EQ(number(a), "0207");
  EXPECT_THAT(complaints(), IsEmpty());
}

TEST_F(ArchiveNumbers, AreUniqueInTheSeries) {
  ASSERT_THAT(take({{"档号", "馆编件号"}, {"J001-WS·2023-Y-0001", "0107"}}).errors, IsEmpty());
  const ArchiveNumberReport report = take({{"档号", "馆编件号"},
                                           {"J001-WS·2023-Y-0002", "0107"},
                                           {"J001-WS·2023-Y-0003", "0109"},
                                           {"J001-WS·2023-Y-0001", "甲 乙"},
                                           {"J001-WS·2023-Y-0001", "0110"},
                                           {"J001-WS·2023-Y-0001", "0111"}});
  std::vector<std::size_t> lines;
  for (const ImportError& error : report.errors) lines.push_back(error.line);
  EXPECT_THAT(lines, ElementsAre(2, 3, 4, 6));
  EXPECT_EQ(number(b), "");
  EXPECT_EQ(number(a), "0107");
  EXPECT_EQ(take({{"档号"}}).errors.size(), 1U);
  EXPECT_EQ(take({}).errors.size(), 1U);
}

TEST_F(ArchiveNumbers, AreMissedByTheCheckWhenTheyStandTwice) {
  office.decide(a, "archive_number", "7");
  office.decide(b, "archive_number", "7");
  EXPECT_THAT(complaints(), ElementsAre(testing::HasSubstr("馆编号 7")));
}

TEST_F(ArchiveNumbers, TheCheckSeesOtherFondsAndCodesThatReadAlike) {
  Commit commit(office.registry(), "test");
  commit.put_ledger({.series = "J001-WS·2023·Y-",
                     .number = 2,
                     .code = "J001-WS·2023·Y-0002",
                     .state = "imported",
                     .year = 2023});
  commit.finish();
  EXPECT_THAT(complaints(), ElementsAre(testing::HasSubstr("同一档号")));
  EXPECT_EQ(complaints("J002").size(), 4U);
}

}  // namespace
}  // namespace guidang
