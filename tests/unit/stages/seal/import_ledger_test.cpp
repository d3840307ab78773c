// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/import_ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

using fake::Office;
using testing::ElementsAre;
using testing::IsEmpty;

ImportReport import(Office& office, const std::string& csv) {
  return import_ledger(office.registry(), office.profile, csv, "2024-01-01", "", "J001");
}

std::vector<std::string> rows(Office& office) {
  std::vector<std::string> list;
  Ledger(office.registry()).for_each(0, [&](const LedgerRow& row) {
    list.push_back(row.code + " " + row.state + " " + std::to_string(row.year));
  });
  return list;
}

TEST(ImportLedger, FillsGapsAndGoesOnBehind) {
  Office office;
  const ImportReport report = import(office,
                                     "档号,题名\n"
                                     "J001-WS·2023-Y-0004,关于防汛的通知\n"
                                     "J001-WS•2023·Y·0002,\"关于, 值班\"\n");
  EXPECT_THAT(report.errors, IsEmpty());
  EXPECT_EQ(report.imported, 2U);
  EXPECT_EQ(report.kept_back, 2U);
  EXPECT_THAT(
      rows(office),
      ElementsAre("J001-WS·2023-Y-0001 kept_back 2023", "J001-WS·2023-Y-0002 imported 2023",
                  "J001-WS·2023-Y-0003 kept_back 2023", "J001-WS·2023-Y-0004 imported 2023"));
  EXPECT_THAT(Ledger(office.registry()).missing(), IsEmpty());
  const RecordId item = office.add("d1", "2023-02-01");
  office.run();
  EXPECT_EQ(office.code(item), "J001-WS·2023-Y-0005 ?");
}

TEST(ImportLedger, ReadsGb18030) {
  Office office;
  const ImportReport report = import(office,
                                     "\xB5\xB5\xBA\xC5,\xCC\xE2\xC3\xFB\nJ001-WS\xA1\xA4"
                                     "2023-Y-0001,\xBA\xAF\n");
  EXPECT_THAT(report.errors, IsEmpty());
  EXPECT_EQ(report.imported, 1U);
}

TEST(ImportLedger, ReadsCodesAlone) {
  Office office;
  EXPECT_THAT(import(office, "code\nJ001-WS·2023-Y-0007\nJ001-WS·2022-D30-0002\n").errors,
              IsEmpty());
}

TEST(ImportLedger, AppliesNothingWhenOneRowIsWrong) {
  Office office;
  ASSERT_THAT(import(office, "code\nJ001-WS·2023-Y-0001\n").errors, IsEmpty());
  const std::string head = office.registry().head();
  const ImportReport report = import(office,
                                     "题名,档号\n"
                                     "a,J001-WS·2023-Y-0002\n"
                                     "b,J001-WS·2023-Y-0002\n"
                                     "c,J001-WS·2023-Y-0001\n"
                                     "d,Z109-WS·2023-Y-0003\n"
                                     "e,第三号\n"
                                     "f\n"
                                     "g,J001-WS·2023-Y-999999999\n");
  std::vector<std::size_t> lines;
  for (const ImportError& error : report.errors) lines.push_back(error.line);
  EXPECT_THAT(lines, ElementsAre(3, 4, 5, 6, 7, 8));
  EXPECT_EQ(report.imported, 0U);
  EXPECT_EQ(office.registry().head(), head);
}

TEST(ImportLedger, RefusesTablesWithoutCodes) {
  Office office;
  EXPECT_EQ(import(office, "").errors.size(), 1U);
  EXPECT_EQ(import(office, "题名\nx\n").errors.size(), 1U);
  EXPECT_THROW(
      static_cast<void>(import_ledger(office.registry(), office.profile, "档号\n", "today", "")),
      Failure);
}

}  // namespace
}  // namespace guidang
