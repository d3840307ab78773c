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

TEST(ImportLedger, NamesWhatAnEarlierCatalogueLeftOpen) {
  Office office;
  ASSERT_THAT(import(office, "code\nJ001-WS·2023-Y-0003\n").errors, IsEmpty());
  const ImportReport report = import(office,
                                     "档号,题名,馆编件号\n"
                                     "J001-WS·2023-Y-0002,关于防汛的通知,0107\n"
                                     "J001-WS·2023-Y-0004,乙,\n");
  EXPECT_THAT(report.errors, IsEmpty());
  EXPECT_EQ(report.named, 1U);
  EXPECT_EQ(report.imported, 1U);
  std::vector<std::string> notes;
  Ledger(office.registry()).for_each(0, [&](const LedgerRow& row) {
    if (row.state == "imported") notes.push_back(row.note);
  });
  EXPECT_THAT(notes, ElementsAre("关于防汛的通知；馆编件号 0107", "", "乙"));
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

const std::string kVolumes =
    std::string(fake::kPeriods) +
    R"(<arrange mode="volume"/><number pattern="{fonds}-{directory}-{volume:4}-{number:3}">
       <directory id="3" period="Y" years="2003"/></number>)";

/// A register whose profile numbers volumes.
class VolumeLedger : public testing::Test {
 protected:
  Office office;
  Profile profile = fake::profile_of(kVolumes);

  static ImportTable table(const std::vector<std::vector<std::string>>& rows) {
    return [rows](const ImportVisit& visit) {
      std::size_t line = 0;
      for (const auto& row : rows) {
        if (!visit(++line, row)) return;
      }
    };
  }
  ImportReport take(const std::vector<ImportTable>& tables) {
    return import_ledger(office.registry(), profile, tables, "2024-01-01", "", "X043");
  }
  std::vector<std::string> ledger() {
    std::vector<std::string> list;
    Ledger(office.registry()).for_each(0, [&](const LedgerRow& row) {
      list.push_back(row.code + " " + row.state + " " + row.note);
    });
    return list;
  }
};

TEST_F(VolumeLedger, TakesVolumesAndTheirItems) {
  const ImportReport report =
      take({table({{"目录号", "案卷号", "案卷题名", "年度", "保管期限"},
                   {"3", "2", "本局关于防汛的文件", "2003", "永久"},
                   {"3", "0001", "本局关于人事的文件", "2003", "永久"}}),
            table({{"档号", "顺序号", "文号", "题名", "日期"},
                   {"X043-3-0002", "1", "福水〔2003〕1号", "关于防汛的通知", "2003.5.6"},
                   {"X043-3-0002", "2", "", "关于值班的通知", ""},
                   {"X043-3-0004-002", "", "", "关于机构的批复", ""}})});
  EXPECT_THAT(report.errors, IsEmpty());
  EXPECT_EQ(report.imported, 6U);
  EXPECT_EQ(report.volumes, 3U);
  EXPECT_EQ(report.kept_back, 2U);
  EXPECT_THAT(
      ledger(),
      ElementsAre("X043-3-0001 imported 本局关于人事的文件",
                  "X043-3-0002 imported 本局关于防汛的文件",
                  testing::StartsWith("X043-3-0003 kept_back 2024-01-01"),
                  testing::StartsWith("X043-3-0004 imported 由卷内文件得知"),
                  "X043-3-0002-001 imported 关于防汛的通知；文号 福水〔2003〕1号；日期 2003.5.6",
                  "X043-3-0002-002 imported 关于值班的通知",
                  testing::StartsWith("X043-3-0004-001 kept_back"),
                  "X043-3-0004-002 imported 关于机构的批复"));
  EXPECT_THAT(Ledger(office.registry()).missing(), IsEmpty());
  EXPECT_EQ(Ledger(office.registry()).last("X043-3-"), 4U);
  EXPECT_EQ(Ledger(office.registry()).last("X043-3-0002"), 2U);
}

TEST_F(VolumeLedger, NamesLaterWhatAnEarlierTableLeftOpen) {
  ASSERT_THAT(take({table({{"档号"}, {"X043-3-0003-002"}})}).errors, IsEmpty());
  const ImportReport report = take({table({{"档号", "题名"},
                                           {"X043-3-0003", "卷三"},
                                           {"X043-3-0001", "卷一"},
                                           {"X043-3-0003-001", "件一"}})});
  EXPECT_THAT(report.errors, IsEmpty());
  EXPECT_EQ(report.named, 3U);
  EXPECT_EQ(report.imported, 0U);
  EXPECT_THAT(ledger(),
              ElementsAre("X043-3-0001 imported 卷一", testing::StartsWith("X043-3-0002 kept_back"),
                          "X043-3-0003 imported 卷三", "X043-3-0003-001 imported 件一",
                          "X043-3-0003-002 imported "));
  const ImportReport again = take({table({{"档号"}, {"X043-3-0003"}, {"X043-3-0003-001"}})});
  EXPECT_EQ(again.errors.size(), 2U);
}

TEST_F(VolumeLedger, SaysOfEachRowWhatIsWrong) {
  const std::string head = office.registry().head();
  const ImportReport report = take(
      {table({{"目录号", "案卷号", "件号", "年度"},
              {"3", "1", "", "2003"},
              {"", "1", "", "2003"},
              {"3", "甲", "", "2003"},
              {"4", "1", "", ""},
              {"3", "1", "", ""}}),
       table(
           {{"档号", "顺序号"}, {"X043-3-0001", ""}, {"X044-3-0001", "1"}, {"X043-3-0001", "一"}}),
       table({{"题名"}, {"x"}}), table({})});
  std::vector<std::string> places;
  for (const ImportError& error : report.errors) {
    places.push_back(std::to_string(error.table) + ":" + std::to_string(error.line));
    EXPECT_NE(error.message.find(" / "), std::string::npos) << error.message;
  }
  EXPECT_THAT(places, ElementsAre("0:3", "0:4", "0:5", "0:6", "1:2", "1:3", "1:4", "2:1", "3:1"));
  EXPECT_EQ(office.registry().head(), head);
}

}  // namespace
}  // namespace guidang
