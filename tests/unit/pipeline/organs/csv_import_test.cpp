// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/csv_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/organs/names.h"

namespace guidang::organs {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(CsvImport, ReadsChineseHeads) {
  const Import import = import_csv(
      "编号,名称,规范化简称,别名,机关代字,隶属,层级,系统,本单位,备注\r\n"
      "01,云溪县人民政府,,云溪县政府,云政发、云政函,,县,政,,\r\n"
      "02,云溪县人民政府办公室,,县政府办;政府办,云政办发,云溪县人民政府,县级,政府,是,x\r\n",
      "机构.csv");
  ASSERT_THAT(import.flaws, IsEmpty());
  ASSERT_THAT(import.organs, SizeIs(2));
  EXPECT_THAT(import.organs[0].codes, ElementsAre("云政发", "云政函"));
  EXPECT_THAT(import.organs[1].aliases, ElementsAre("县政府办", "政府办"));
  EXPECT_EQ(import.organs[1].parent, "01");  // given by name
  EXPECT_EQ(import.organs[1].level, Level::county);
  EXPECT_EQ(import.organs[1].line, Line::government);
  EXPECT_EQ(import.organs[1].standing, Standing::own);
  EXPECT_THAT(import.unused, ElementsAre("备注"));
  EXPECT_EQ(import.rows, 2U);
}

TEST(CsvImport, ReadsEnglishHeadsAndATab) {
  const Import import = import_csv(
      "Name\tParent\tLevel\n甲县人民政府\t\tcounty\n甲县财政局\t甲县人民政府\t\n", "o.tsv");
  ASSERT_THAT(import.flaws, IsEmpty());
  EXPECT_EQ(import.organs[0].id, "甲县人民政府");
  EXPECT_EQ(import.organs[1].parent, "甲县人民政府");
}

TEST(CsvImport, ReadsGb18030) {
  // 名称,机关代字 / 云溪县财政局,云财发
  const std::string bytes =
      "\xC3\xFB\xB3\xC6,\xBB\xFA\xB9\xD8\xB4\xFA\xD7\xD6\r\n"
      "\xD4\xC6\xCF\xAA\xCF\xD8\xB2\xC6\xD5\xFE\xBE\xD6,\xD4\xC6\xB2\xC6\xB7\xA2\r\n";
  const Import import = import_csv(bytes, "机构.csv");
  ASSERT_THAT(import.flaws, IsEmpty());
  EXPECT_EQ(import.encoding, "GB18030");
  ASSERT_THAT(import.organs, SizeIs(1));
  EXPECT_EQ(import.organs[0].names.front().text, "云溪县财政局");
  EXPECT_THAT(import.organs[0].codes, ElementsAre("云财发"));
}

TEST(CsvImport, FurtherRowsOfAnIdAreNamesInTime) {
  Import import = import_csv(
      "编号,名称,启用日期,停用日期,别名\n"
      "7,甲县环境保护局,,2019年2月28日,环保局\n"
      "7,甲县生态环境局,2019/3/1,,\n",
      "机构.csv");
  ASSERT_THAT(import.flaws, IsEmpty());
  ASSERT_THAT(import.organs, SizeIs(1));
  settle_names(import.organs[0]);
  EXPECT_EQ(name_on(import.organs[0], parse_iso("2018-01-01")), "甲县环境保护局");
  EXPECT_EQ(name_on(import.organs[0], parse_iso("2019-03-01")), "甲县生态环境局");
}

TEST(CsvImport, NamesEachBadRow) {
  const Import import = import_csv(
      "编号,名称,层级,启用日期\n"
      "1,甲县财政局,县,2001\n"
      "2,,县,\n"
      "3,甲县水利局,月球,\n"
      "\n"
      "4,甲县教育局,,2001-02-30\n"
      "1,甲县审计局,,\n"
      "5,甲县交通局,,\n",
      "机构.csv");
  std::vector<std::string> told;
  for (const Flaw& flaw : import.flaws) told.push_back(flaw.place + " " + flaw.what);
  EXPECT_THAT(told, ElementsAre(HasSubstr("机构.csv:3 第 3 行 / row 3: 没有名称"),
                                HasSubstr("机构.csv:4 第 4 行 / row 4: 取值不认识"),
                                HasSubstr("机构.csv:6 第 6 行 / row 6: 日期无法识别"),
                                HasSubstr("机构.csv:7 第 7 行 / row 7: 同一编号用了两次")));
  EXPECT_THAT(import.organs, SizeIs(2));
  EXPECT_EQ(import.rows, 6U);
}

TEST(CsvImport, WithoutAColumnOfNamesNothingIsRead) {
  const Import import = import_csv("代号,层级\n1,县\n2,县\n", "机构.csv");
  EXPECT_THAT(import.organs, IsEmpty());
  ASSERT_THAT(import.flaws, SizeIs(1));
  EXPECT_THAT(import.flaws[0].found, HasSubstr("代号"));
  EXPECT_THAT(import_csv("", "机构.csv").flaws, SizeIs(1));
}

TEST(CsvImport, TwoColumnsOfOneMeaningAreTold) {
  EXPECT_THAT(import_csv("名称,全称\n甲,乙\n", "机构.csv").flaws, SizeIs(1));
}

}  // namespace
}  // namespace guidang::organs
