// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/csv.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::files {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Case {
  const char* name;
  std::string input;
  Rows expected;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Csv : public testing::TestWithParam<Case> {};

TEST_P(Csv, Reads) {
  Rows rows;
  const auto error = read_csv(GetParam().input, [&](const CsvRow& row) {
    rows.push_back(row.fields);
    return true;
  });
  EXPECT_FALSE(error) << error->message;
  EXPECT_EQ(rows, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, Csv,
    testing::Values(
        Case{"Empty", "", {}}, Case{"OneRow", "a,b", {{"a", "b"}}},
        Case{"BomAndCrLf", "\xEF\xBB\xBF文号,题名\r\n1,2\r\n", {{"文号", "题名"}, {"1", "2"}}},
        Case{"OldMacLineEnds", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
        Case{"Tab", "a\tb,c\td\n1,5\t2\t3\n", {{"a", "b,c", "d"}, {"1,5", "2", "3"}}},
        Case{"Semicolon", "a;b\n1,5;2\n", {{"a", "b"}, {"1,5", "2"}}},
        Case{"Quotes", "\"a,1\",\"b\"\"c\"\n", {{"a,1", "b\"c"}}},
        Case{"SeparatorInQuotedHeader", "\"a;b;c\",d\n", {{"a;b;c", "d"}}},
        Case{"LineEndInQuotes", "a,b\n\"x\r\ny\",2\n", {{"a", "b"}, {"x\r\ny", "2"}}},
        Case{"QuoteWithinPlainField", "a,5\"\n", {{"a", "5\""}}},
        Case{"EmptyFields", ",,\n", {{"", "", ""}}},
        Case{"EmptyLines", "a,b\n\n1,2\n\n", {{"a", "b"}, {"1", "2"}}},
        Case{"QuotedEmptyAtEnd", "a,\"\"", {{"a", ""}}},
        Case{"UnequalRows", "a,b,c\n1\n", {{"a", "b", "c"}, {"1"}}}),
    [](const auto& param) { return param.param.name; });

TEST(CsvPlace, LineAndNumberPartWhenAFieldHasLines) {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  read_csv("h,i\n\"x\ny\",1\n\n2,3\n", [&](const CsvRow& row) {
    places.emplace_back(row.number, row.line);
    return true;
  });
  EXPECT_EQ(places, (std::vector<std::pair<std::size_t, std::size_t>>{{1, 1}, {2, 2}, {4, 5}}));
}

struct Broken {
  const char* name;
  std::string input;
  std::size_t line;
};
void PrintTo(const Broken& c, std::ostream* out) { *out << c.name; }

class CsvBroken : public testing::TestWithParam<Broken> {};

TEST_P(CsvBroken, NamesTheLine) {
  const auto error = read_csv(GetParam().input, [](const CsvRow&) { return true; },
                              {.columns = 4, .field_bytes = 20});
  ASSERT_TRUE(error);
  EXPECT_EQ(error->line, GetParam().line);
  EXPECT_FALSE(error->message.empty());
}

INSTANTIATE_TEST_SUITE_P(All, CsvBroken,
                         testing::Values(Broken{"UnclosedQuote", "a,b\n1,\"x\ny\n", 2},
                                         Broken{"TextBehindQuote", "a\n\"x\ny\"z\n", 3},
                                         Broken{"TooManyColumns", "a,b\n1,2,3,4,5\n", 2},
                                         Broken{"FieldTooLong", "a\n123456789012345678901\n", 2},
                                         Broken{"QuotedFieldTooLong",
                                                "a\n\"1234567890\"\"1234567890\"\n", 2}),
                         [](const auto& param) { return param.param.name; });

TEST(CsvVisit, EndsWhenTheVisitorHasEnough) {
  int rows = 0;
  EXPECT_FALSE(read_csv("a\nb\n\"", [&](const CsvRow&) { return ++rows < 2; }));
  EXPECT_EQ(rows, 2);
}

TEST(CsvWriter, QuotesWhereNeeded) {
  std::string out;
  write_csv_row(out, {"a", "b,c", "d\"e", "f\ng", ""}, CsvSafety::exact);
  EXPECT_EQ(out, "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
}

TEST(CsvWriter, SpreadsheetDoesNotRunAField) {
  std::string out;
  write_csv_row(out, {"=1+1", "+1", "-1", "@x", "\t=1", "正常"});
  EXPECT_EQ(out, "'=1+1,'+1,'-1,'@x,\"'\t=1\",正常\r\n");
}

TEST(CsvWriter, WhatIsWrittenReadsBack) {
  const Rows rows = {{"a;b", "\t", "c\r\nd"}, {"", "", ""}, {"\"", "'", ","}};
  std::string out;
  for (const auto& row : rows) write_csv_row(out, row, CsvSafety::exact);
  Rows back;
  EXPECT_FALSE(read_csv(out, [&](const CsvRow& row) {
    back.push_back(row.fields);
    return true;
  }));
  EXPECT_EQ(back, rows);
}

}  // namespace
}  // namespace guidang::files
