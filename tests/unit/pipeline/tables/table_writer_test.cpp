// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tables/table_writer.h"

#include <gmock/gmock.h>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/fd.h"
#include "pipeline/files/zip.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/pipeline/tables/tables.h"

namespace guidang::tables {
namespace {

using std::string_literals::operator""s;
using test::read_rows;
using test::ReadRow;
using Cells = std::vector<std::string>;

constexpr std::uint64_t kMost = 64ULL << 20;

std::filesystem::path written(const guidang::test::TempFolder& folder, const std::string& name,
                              const std::vector<Cells>& rows,
                              std::vector<TableColumn> columns = {{.heading = "题名"},
                                                                  {.heading = "值"}}) {
  const std::filesystem::path file = folder / name;
  TableWriter writer(file, format_of(file), std::move(columns), "审阅");
  for (const Cells& row : rows) writer.row(row);
  writer.finish();
  return file;
}

class WriteTableTest : public ::testing::TestWithParam<const char*> {
 protected:
  guidang::test::TempFolder folder_;
  std::string name_ = GetParam();
};

INSTANTIATE_TEST_SUITE_P(Tables, WriteTableTest, ::testing::Values("t.csv", "t.xlsx"),
                         [](const auto& row) { return std::string(row.param).substr(2); });

TEST_P(WriteTableTest, ReadsBackWhatWasWritten) {
  const std::vector<Cells> rows{{"关于印发的通知", "永久"},
                                {"=cmd|' /C calc'!A0", "+1"},
                                {"-5", "@SUM(A1)"},
                                {"a,b;\"c\"", "二行\n三行"},
                                {"_x0041_", "𠀀 & <b>"},
                                {"", "2023-08-30"},
                                {"0012", "1e5"}};
  std::vector<ReadRow> expected{{1, {"题名", "值"}}};
  for (const Cells& row : rows) expected.push_back({expected.size() + 1, row});
  EXPECT_EQ(read_rows(written(folder_, name_, rows)), expected);
}

TEST_P(WriteTableTest, GivesEqualBytesForEqualRows) {
  const std::vector<Cells> rows{{"甲", "乙"}, {"丙", "丁"}};
  EXPECT_EQ(files::read_file(written(folder_, "1" + name_, rows), kMost),
            files::read_file(written(folder_, "2" + name_, rows), kMost));
}

TEST_P(WriteTableTest, MarksWhatNoTableCanHold) {
  const auto rows = read_rows(written(folder_, name_, {{"a\0b\x01"s, "\xFF\r\nc"}}));
  EXPECT_EQ(rows.at(1).cells, (Cells{"a\uFFFDb\uFFFD", "\uFFFD\nc"}));
}

TEST_P(WriteTableTest, LeavesTheOldFileUntilItIsFinished) {
  files::write_atomically(folder_ / name_, "old");
  {
    TableWriter writer(folder_ / name_, format_of(name_), {{.heading = "a"}});
    writer.row({"1"});
  }
  EXPECT_EQ(files::read_file(folder_ / name_, kMost), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
}

TEST_P(WriteTableTest, AsksForAsManyCellsAsColumns) {
  TableWriter writer(folder_ / name_, format_of(name_), {{.heading = "a"}});
  EXPECT_THROW(writer.row({"1", "2"}), std::logic_error);
  EXPECT_THROW(writer.offer(1, {"x"}), std::logic_error);
}

TEST_P(WriteTableTest, HoldsTenThousandRows) {
  std::vector<Cells> rows;
  for (int i = 0; i < 10'000; ++i) rows.push_back({std::to_string(i), "关于开展检查的通知"});
  const auto read = read_rows(written(folder_, name_, rows));
  ASSERT_EQ(read.size(), 10'001U);
  EXPECT_EQ(read.back(), (ReadRow{10'001, {"9999", "关于开展检查的通知"}}));
}

TEST(WriteTable, DefusesFormulasInCsv) {
  const guidang::test::TempFolder folder;
  const std::string bytes = files::read_file(written(folder, "t.csv", {{"=1+1", "@a"}}), kMost);
  EXPECT_EQ(bytes, "\xEF\xBB\xBF题名,值\r\n'=1+1,'@a\r\n");
}

TEST(WriteTable, RefusesACellThatXlsxCannotHold) {
  const guidang::test::TempFolder folder;
  TableWriter writer(folder / "t.xlsx", TableFormat::xlsx, {{.heading = "a"}});
  writer.row({std::string(32'767, 'x')});
  EXPECT_THROW(writer.row({std::string(32'768, 'x')}), Failure);
}

std::string part(const std::filesystem::path& file, const std::string& name) {
  auto zip = files::ZipReader::open(files::read_file(file, kMost));
  auto& reader = std::get<files::ZipReader>(zip);
  return std::get<std::string>(reader.read(*reader.find(name)));
}

TEST(WriteTable, OffersListsAndFreezesTheHeading) {
  const guidang::test::TempFolder folder;
  const std::filesystem::path file = folder / "t.xlsx";
  TableWriter writer(
      file, TableFormat::xlsx,
      {{.heading = "题名", .editable = false}, {.heading = "决定", .choices = {"永久", "30年"}}},
      "a/b");
  writer.row({"甲", ""});
  writer.offer(1, {"是", "否"});
  writer.row({"乙", ""});
  writer.row({"丙", ""});
  writer.offer(1, {std::string(300, 'x'), "a,b"});
  writer.row({"丁", ""});
  writer.offer(1, {});
  writer.row({"戊", ""});
  writer.finish();
  const std::string sheet = part(file, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, ::testing::HasSubstr("<formula1>\"永久,30年\"</formula1>"));
  EXPECT_THAT(sheet, ::testing::HasSubstr("sqref=\"B3:B4\""));
  EXPECT_THAT(sheet, ::testing::HasSubstr("<formula1>'选项'!$A$1:$B$1</formula1>"));
  EXPECT_THAT(sheet, ::testing::HasSubstr("state=\"frozen\""));
  EXPECT_THAT(sheet, ::testing::HasSubstr("<autoFilter ref=\"A1:B6\"/>"));
  EXPECT_THAT(sheet, ::testing::Not(::testing::HasSubstr("sqref=\"B6")));
}

TEST(FormatOf, TellsByName) {
  EXPECT_EQ(format_of("a.CSV"), TableFormat::csv);
  EXPECT_EQ(format_of("a.xlsx"), TableFormat::xlsx);
  EXPECT_THROW((void)format_of("a.ods"), Failure);
}

}  // namespace
}  // namespace guidang::tables
