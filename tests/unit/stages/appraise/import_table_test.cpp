// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/import_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "pipeline/failure.h"
#include "pipeline/files/csv.h"
#include "pipeline/files/fd.h"
#include "pipeline/profile/read.h"
#include "stages/appraise/cases.h"
#include "stages/appraise/table_text.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang::appraise {
namespace {

TableImport import(std::string_view csv) {
  TableImport made;
  const auto error = files::read_csv(csv, [&](const files::CsvRow& row) {
    made.row({.number = row.number, .cells = row.fields});
    return true;
  });
  EXPECT_FALSE(error.has_value());
  return made;
}

Table read_back(const TableImport& made) {
  const fake::Folder folder;
  const auto file = folder.path() / "retention.xml";
  std::ofstream(file) << made.xml(
      {.title = "某县保管期限表", .approved_by = "某县档案局", .approved_on = "2022-12-15"});
  return Table(profile::read(GUIDANG_SOURCE_DIR, file.string()));
}

constexpr std::string_view kTable =
    "编号,归档范围,保管期限,方向,来文单位,文种,题名含,题名不含,时间跨度,会议级别,重要性,主管业务,"
    "备注含,条款,上级条目,旧编号\n"
    "X1,供参阅文件,不归档,收文,上级、同级,,,,,,,,供参阅,一(一),,a\n"
    "1,会议纪要,永久,发文、内部,,纪要 会议记录,,,,常务会议,,,,一(二),2.1,b\n"
    "2,年度总结,永久,发文,,总结,,,年度以上,,,,,一(三),8.7a,c\n"
    "3,重要业务,定期（30年）,发文,,通知,防汛、抗旱；经费,表彰,,,重要,主管,,一(四),,d\n"
    "4,其他,10年,发文,,,,,,,,,,一(五),,e\n";

TEST(TableImport, MakesATableThatReadsBack) {
  const TableImport made = import(kTable);
  EXPECT_TRUE(made.flaws().empty());
  EXPECT_EQ(made.rows(), 5U);
  EXPECT_EQ(made.unused(), std::vector<std::string>{"旧编号"});
  const Table table = read_back(made);
  ASSERT_EQ(table.rows().size(), 5U);
  EXPECT_EQ(table.period_names(), "10年, 30年, 永久");
  EXPECT_TRUE(table.rows()[0].scope);
  EXPECT_EQ(table.rows()[1].parent, "2.1");
  EXPECT_EQ(condition_text(table.rows()[3]),
            "direction=issued; doctype=通知; title=防汛|抗旱; title=经费; without=表彰; "
            "own_line?=yes; important?=important");
  EXPECT_EQ(table.rows()[2].spans.size(), 2U);
  const Answer answer = table.answer(
      {.title = "关于拨付防汛经费的通知", .doctype = "通知", .direction = Direction::issued});
  EXPECT_EQ(answer.asks, (std::vector<std::string>{"own_line", "important"}));
}

struct Case {
  std::string name;
  std::string row;
  std::string column;  ///< of the first flaw
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class BadRow : public ::testing::TestWithParam<Case> {};

TEST_P(BadRow, IsNamedAndLeftOut) {
  const TableImport made =
      import("编号,保管期限,方向,文种,重要性,启用\n9,永久,,,,\n" + GetParam().row + "\n");
  ASSERT_FALSE(made.flaws().empty());
  EXPECT_EQ(made.flaws().front().row, 3U);
  EXPECT_EQ(made.flaws().front().column, GetParam().column);
  EXPECT_EQ(read_back(made).rows().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Rows, BadRow,
                         ::testing::Values(Case{"NoId", ",永久,,,,", "编号 id"},
                                           Case{"OddId", "一.1,永久,,,,", "编号 id"},
                                           Case{"TwinId", "9,永久,,,,", "编号 id"},
                                           Case{"NoPeriod", "1,,,,,", "保管期限 period"},
                                           Case{"OddPeriod", "1,很久,,,,", "保管期限 period"},
                                           Case{"OddDirection", "1,永久,上行,,,", "方向 direction"},
                                           Case{"OddAnswer", "1,永久,,,非常重要,",
                                                "重要性 important"},
                                           Case{"OddDay", "1,永久,,,,去年", "启用 from"}),
                         [](const auto& param) { return param.param.name; });

TEST(TableImport, PeriodsOfTwoErasNeedTheirDays) {
  const TableImport mixed = import("编号,保管期限\n1,30年\n2,长期\n");
  ASSERT_EQ(mixed.flaws().size(), 1U);
  EXPECT_EQ(mixed.flaws().front().row, 3U);
  const TableImport dated =
      import("编号,保管期限,启用,停用\n1,30年,2006-12-18,\n2,长期,,2006-12-17\n");
  EXPECT_TRUE(dated.flaws().empty());
  EXPECT_EQ(read_back(dated).period("长期")->id, "C");
}

TEST(TableImport, SampleSaysWhatItsCasesExpect) {
  const auto folder = std::filesystem::path(GUIDANG_SOURCE_DIR) / "samples/retention";
  const TableImport made = import(files::read_file((folder / "保管期限表.csv").string(), 1U << 20));
  EXPECT_TRUE(made.flaws().empty());
  EXPECT_TRUE(made.unused().empty());
  const Table table = read_back(made);
  CaseRunner runner(table);
  std::size_t run = 0;
  const std::string cases = files::read_file((folder / "用例.csv").string(), 1U << 20);
  EXPECT_FALSE(files::read_csv(cases, [&](const files::CsvRow& row) {
    const auto result = runner.row({.number = row.number, .cells = row.fields});
    if (!result) return true;
    ++run;
    EXPECT_TRUE(result->passed()) << result->row << ' ' << result->title << ": " << result->said
                                  << ' ' << result->flaw;
    return true;
  }));
  EXPECT_EQ(run, 14U);
}

TEST(TableImport, NeedsItsColumns) {
  EXPECT_THROW(import("归档范围,保管期限\n甲,永久\n"), Failure);
  EXPECT_THROW(import("编号,归档范围\n1,甲\n"), Failure);
}

Table table(std::string_view csv) { return read_back(import(csv)); }

TEST(TableDifference, TellsRowsPeriodsConditionsAndOrder) {
  const Table before = table(
      "编号,保管期限,方向,题名含\n1,永久,发文,重要\n2,30年,发文,通知\n3,10年,收文,\n4,10年,内部,"
      "\n");
  const Table now = table(
      "编号,保管期限,方向,题名含\n2,30年,发文,通知\n1,永久,发文,重要\n3,30年,收文,\n5,永久,内部,"
      "甲\n");
  std::vector<std::string> found;
  for (const Difference& each : compare(before, now)) {
    found.push_back(std::to_string(static_cast<int>(each.change)) + " " + each.row);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"2 3", "0 5", "1 4", "4 2, 1"}));
}

TEST(TableDifference, OrderOfRowsThatNeverMeetDoesNotMatter) {
  const Table before = table("编号,保管期限,方向\n1,永久,发文\n2,30年,收文\n");
  const Table now = table("编号,保管期限,方向\n2,30年,收文\n1,永久,发文\n");
  EXPECT_TRUE(compare(before, now).empty());
}

TEST(TableDifference, MeetsTheParentsRow) {
  const Table parent = table("编号,保管期限\n8.7a,永久\n");
  const Table own = table("编号,保管期限,上级条目\n2,30年,8.7a\n");
  const auto found = compare(parent, own);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().change, Change::period);
  EXPECT_EQ(found.front().before, "永久");
}

}  // namespace
}  // namespace guidang::appraise
