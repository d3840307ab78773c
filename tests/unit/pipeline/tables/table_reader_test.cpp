// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tables/table_reader.h"

#include <gmock/gmock.h>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/pipeline/tables/tables.h"

namespace guidang::tables {
namespace {

using std::string_literals::operator""s;
using test::read_rows;
using test::ReadRow;
using Cells = std::vector<std::string>;

struct Case {
  std::string name{};
  std::string bytes{};
  std::vector<ReadRow> rows{};
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class ReadTableTest : public ::testing::TestWithParam<Case> {};

TEST_P(ReadTableTest, GivesRowsWithTheNumbersOfASpreadsheet) {
  const guidang::test::TempFolder folder;
  files::write_atomically(folder / "t.csv", GetParam().bytes);
  EXPECT_EQ(read_rows(folder / "t.csv"), GetParam().rows);
}

INSTANTIATE_TEST_SUITE_P(
    Tables, ReadTableTest,
    ::testing::Values(
        Case{"Utf8WithBom",
             "\xEF\xBB\xBF题名,期限\r\n通知,永久\r\n",
             {{1, {"题名", "期限"}}, {2, {"通知", "永久"}}}},
        Case{"Gb18030",
             "\xCC\xE2\xC3\xFB,\xC6\xDA\xCF\xDE\r\n\xCD\xA8\xD6\xAA,\xD3\xC0\xBE\xC3\r\n",
             {{1, {"题名", "期限"}}, {2, {"通知", "永久"}}}},
        Case{"TabsOfASpreadsheet", "a\tb\r\n1\t2", {{1, {"a", "b"}}, {2, {"1", "2"}}}},
        Case{"Semicolons", "a;b\n1;2", {{1, {"a", "b"}}, {2, {"1", "2"}}}},
        Case{"BlanksAround", " a ,　b　\n", {{1, {"a", "b"}}}},
        Case{"EmptyRowsKeepTheirNumbers",
             "a,b\n,\n\n , \n1,2\n",
             {{1, {"a", "b"}}, {5, {"1", "2"}}}},
        Case{"LinesWithinACell", "a,\"b\nc\"\n1,2\n", {{1, {"a", "b\nc"}}, {2, {"1", "2"}}}},
        Case{"GuardOfAFormula", "'=1+1,'-5,'x,'\n", {{1, {"=1+1", "-5", "'x", "'"}}}},
        Case{"RowsOfDifferentLength",
             "a,b\n1\n1,2,3\n",
             {{1, {"a", "b"}}, {2, {"1"}}, {3, {"1", "2", "3"}}}},
        Case{"NothingAtAll", "", {}}),
    [](const auto& row) { return row.param.name; });

struct Refused {
  std::string name{};
  std::string bytes{};
  std::string says{};
  TableLimits limits{};
};
void PrintTo(const Refused& one, std::ostream* out) { *out << one.name; }

class RefuseTableTest : public ::testing::TestWithParam<Refused> {};

TEST_P(RefuseTableTest, SaysWhereAndWhatIsWrong) {
  const guidang::test::TempFolder folder;
  files::write_atomically(folder / "t.csv", GetParam().bytes);
  try {
    (void)read_rows(folder / "t.csv", GetParam().limits);
    FAIL() << "read";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), ::testing::HasSubstr(GetParam().says));
    EXPECT_THAT(failure.what(), ::testing::HasSubstr("t.csv"));
    EXPECT_FALSE(failure.advice().empty());
    EXPECT_EQ(failure.status(), ExitStatus::usage);
  }
}

std::string many_rows(std::size_t count) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes += "a,b\n";
  return bytes;
}

INSTANTIATE_TEST_SUITE_P(
    Tables, RefuseTableTest,
    ::testing::Values(Refused{"Nul", "a,b\n1,\0 2\n"s, "no table that can be read"},
                      Refused{"ABrokenZip", "PK\x03\x04" + std::string(200, '\0'),
                              "no table that can be read"},
                      Refused{"AQuoteLeftOpen", "a,b\n\"1,2\n3,4\n", "line 2"},
                      Refused{"TooManyBytes", "a,b,c,d\n", "too big", {.bytes = 4}},
                      Refused{"TooManyColumns", "a,b\n1,2,3\n", "line 2", {.columns = 2}},
                      Refused{"TooManyRows", many_rows(6), "row 6", {.rows = 5}},
                      Refused{"AMillionRowsAndOne", many_rows(1'000'001), "row 1000001"},
                      Refused{"ACellThatSwallowsTheFile",
                              "a,b\n\"" + std::string(2U << 20, 'x') + "\",1\n", "line 2"}),
    [](const auto& row) { return row.param.name; });

TEST(ReadTable, RefusesWhatIsNoFile) {
  const guidang::test::TempFolder folder;
  EXPECT_THROW((void)read_rows(folder / "missing.csv"), Failure);
  EXPECT_THROW((void)read_rows(folder.path()), Failure);
}

TEST(ReadTable, StopsWhenTheVisitorHasEnough) {
  const guidang::test::TempFolder folder;
  files::write_atomically(folder / "t.csv", "a\nb\nc\n");
  extract::HelperPool reader(1);
  std::size_t seen = 0;
  read_table(folder / "t.csv", reader, [&](const TableRow&) { return ++seen < 2; });
  EXPECT_EQ(seen, 2U);
}

}  // namespace
}  // namespace guidang::tables
