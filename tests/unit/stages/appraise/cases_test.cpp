// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "pipeline/failure.h"
#include "pipeline/files/csv.h"
#include "pipeline/files/fd.h"
#include "pipeline/profile/profile.h"
#include "pipeline/profile/read.h"

namespace guidang::appraise {
namespace {

Table table_of(const std::string& id) {
  const std::string shipped = "templates/retention/" + id + ".xml";
  if (std::filesystem::exists(std::filesystem::path(GUIDANG_SOURCE_DIR) / shipped)) {
    return Table(profile::read(GUIDANG_SOURCE_DIR, shipped));
  }
  return Table(Profile::load(GUIDANG_SOURCE_DIR, id).section("appraise"));
}

std::vector<CaseResult> run(const Table& table, std::string_view csv) {
  CaseRunner runner(table);
  std::vector<CaseResult> results;
  const auto error = files::read_csv(csv, [&](const files::CsvRow& row) {
    if (auto result = runner.row({.number = row.number, .cells = row.fields})) {
      results.push_back(std::move(*result));
    }
    return true;
  });
  EXPECT_FALSE(error.has_value());
  return results;
}

class ShippedTable : public ::testing::TestWithParam<std::string> {};

TEST_P(ShippedTable, SaysWhatItsCasesExpect) {
  const Table table = table_of(GetParam());
  const auto path = std::filesystem::path(GUIDANG_SOURCE_DIR) / "templates/retention/cases" /
                    (GetParam() + ".csv");
  const auto results = run(table, files::read_file(path.string(), 1U << 20));
  EXPECT_FALSE(results.empty());
  for (const CaseResult& each : results) {
    EXPECT_TRUE(each.passed()) << "row " << each.row << ' ' << each.title << ": " << each.said
                               << " (" << each.rule << "), expected " << each.expected << ' '
                               << each.flaw;
  }
}

TEST_P(ShippedTable, EveryRowIsCitedAndNamed) {
  const Table table = table_of(GetParam());
  EXPECT_FALSE(table.rows().empty());
  for (const Row& row : table.rows()) {
    EXPECT_FALSE(row.clause.empty()) << row.place;
    EXPECT_TRUE(!row.sure || (!row.title_zh.empty() && !row.title_en.empty())) << row.place;
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, ShippedTable,
                         ::testing::Values("national-2006", "national-1987",
                                           "accounting-2015-enterprise", "accounting-2015-budget",
                                           "accounting-1998", "provincial-office"),
                         [](const auto& param) {
                           std::string name = param.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(Cases, NameWhatCannotBeUsed) {
  const Table table = table_of("national-2006");
  const auto results = run(table,
                           "title,direction,answers,expected\n"
                           "通知,sideways,,永久\n通知,issued,colour=red,永久\n通知,issued,,三年\n");
  ASSERT_EQ(results.size(), 3U);
  for (const CaseResult& each : results) EXPECT_FALSE(each.flaw.empty()) << each.title;
  EXPECT_EQ(results.front().row, 2U);
}

TEST(Cases, NeedTheirColumns) {
  const Table table = table_of("national-2006");
  EXPECT_THROW(run(table, "title,direction\n通知,issued\n"), Failure);
}

}  // namespace
}  // namespace guidang::appraise
