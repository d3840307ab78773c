// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_handling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/lists/aid_fonds_file.h"
#include "pipeline/lists/aid_tally.h"
#include "tests/unit/pipeline/aids/office_items.h"

namespace guidang::lists {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

Registration received(const std::string& day, const std::string& kind, const std::string& handled) {
  Registration entry;
  entry.received = day;
  entry.doctype = kind;
  entry.handling = handled;
  entry.incoming_class = "下级一般";
  entry.outcome = "X043-WS·2023-Y-0001";
  return entry;
}

TEST(HandlingTally, CountsSharesToATenthOfAPercent) {
  HandlingTally tally;
  tally.add(received("2023-01-01", "通知", "已办结"));
  tally.add(received("2023-01-02", "通知", ""));
  tally.add(received("2023-01-03", "函", ""));
  std::vector<std::string> rows;
  for (const auto& row : tally.rows()) {
    rows.push_back(row.group + row.item + " " + std::to_string(row.count) + " " + row.share);
  }
  EXPECT_THAT(rows, ElementsAre("收文总数 3 ", "收文已登记 0 0.0%", "收文有办理情况记录 1 33.3%",
                                "收文无办理情况记录 2 66.7%", "收文类别下级一般 3 100.0%",
                                "收文文种函 1 33.3%", "收文文种通知 2 66.7%",
                                "收文去向归档 3 100.0%", "发文总数 0 "));
}

TEST(HandlingTally, HalvesAreByTheDayOfTheRegister) {
  EXPECT_EQ(half_of(received("2023-06-30", "", "")), 1);
  EXPECT_EQ(half_of(received("2023-07-01", "", "")), 2);
  EXPECT_EQ(half_of(received("", "", "")), 0);
  Registration issued{.direction = Direction::issued};
  issued.document_number = "云政办发〔2023〕9号";
  issued.date = "2024-01-02";
  EXPECT_EQ(half_of(issued), 0) << "a number of 2023 has no day in it";
}

TEST(YearTally, AddsUp) {
  YearTally tally;
  tally.add(
      {.outcome = "归档", .period = "永久", .rule = "1.1", .date = "2023-05-01", .pages = "3"});
  tally.add({.outcome = "归档", .period = "永久", .rule = "1.2", .date = "2023-02-01"});
  tally.add({.outcome = "不归档", .rule = "N-3"});
  tally.add({.outcome = "待处理"});
  EXPECT_EQ(tally.all, 4U);
  EXPECT_EQ(tally.filed.items, 2U);
  EXPECT_EQ(tally.filed.pages, 3U);
  EXPECT_EQ(tally.filed.without_pages, 1U);
  EXPECT_EQ(tally.first_date, "2023-02-01");
  EXPECT_EQ(tally.last_date, "2023-05-01");
  EXPECT_EQ((tally.rules.at({"不归档", "N-3"}).items), 1U);
}

TEST(FondsFile, HasItsEightClasses) {
  const AidSettings settings = AidSettings::load(test::national());
  const auto list = fonds_materials(settings, {2022, 2023});
  std::vector<std::string> classes;
  for (const FondsMaterial& one : list) {
    if (classes.empty() || classes.back() != one.class_name) classes.push_back(one.class_name);
  }
  EXPECT_THAT(classes, ElementsAre("交接", "综合", "考证", "整理", "统计", "利用", "保管", "鉴定"));
  std::vector<std::string> names;
  for (const FondsMaterial& one : list) names.push_back(one.name);
  EXPECT_THAT(names, Contains("档案整理说明"));
}

}  // namespace
}  // namespace guidang::lists
