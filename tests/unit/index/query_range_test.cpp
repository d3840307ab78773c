// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_range.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace guidang::index {
namespace {

struct Case {
  std::string value{};
  std::string expected{};
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.value; }

class YearRange : public ::testing::TestWithParam<Case> {};

TEST_P(YearRange, IsRead) {
  const auto result = read_years(GetParam().value);
  const auto* node = std::get_if<QueryNode>(&result);
  ASSERT_NE(node, nullptr) << std::get<RangeFlaw>(result).en;
  EXPECT_EQ(to_text(*node), "year:" + GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, YearRange,
    ::testing::Values(Case{"2023", "2023..2023"}, Case{"2023年", "2023..2023"},
                      Case{"２０２３", "2023..2023"}, Case{"二〇二三", "2023..2023"},
                      Case{"二○二三年", "2023..2023"}, Case{"2020..2023", "2020..2023"},
                      Case{"2020...2023", "2020..2023"}, Case{"2020……2023", "2020..2023"},
                      Case{"2020-2023", "2020..2023"}, Case{"2020－2023", "2020..2023"},
                      Case{"2020—2023", "2020..2023"}, Case{"2020——2023", "2020..2023"},
                      Case{"2020~2023", "2020..2023"}, Case{"2020～2023", "2020..2023"},
                      Case{"2020至2023", "2020..2023"}, Case{"2020年到2023年", "2020..2023"},
                      Case{"2020 .. 2023", "2020..2023"}, Case{"2020..", "2020..9999"},
                      Case{"..2023", "0..2023"}, Case{"2020至", "2020..9999"},
                      Case{">=2020", "2020..9999"}, Case{"＞＝２０２０", "2020..9999"},
                      Case{"≥2020", "2020..9999"}, Case{"<=2020", "0..2020"},
                      Case{">2020", "2021..9999"}, Case{"< 2020", "0..2019"},
                      Case{"=2020", "2020..2020"}));

class DateRange : public ::testing::TestWithParam<Case> {};

TEST_P(DateRange, IsRead) {
  const auto result = read_dates(GetParam().value);
  const auto* node = std::get_if<QueryNode>(&result);
  ASSERT_NE(node, nullptr) << std::get<RangeFlaw>(result).en;
  EXPECT_EQ(to_text(*node), "date:" + GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, DateRange,
    ::testing::Values(
        Case{"2023", "2023-01-01..2023-12-31"}, Case{"2023年", "2023-01-01..2023-12-31"},
        Case{"2023-05", "2023-05-01..2023-05-31"}, Case{"2023-5", "2023-05-01..2023-05-31"},
        Case{"2023年5月", "2023-05-01..2023-05-31"}, Case{"2023.5", "2023-05-01..2023-05-31"},
        Case{"202305", "2023-05-01..2023-05-31"}, Case{"2024-02", "2024-02-01..2024-02-29"},
        Case{"2023-02", "2023-02-01..2023-02-28"}, Case{"2023-05-01", "2023-05-01..2023-05-01"},
        Case{"2023年5月1日", "2023-05-01..2023-05-01"},
        Case{"2023年 5月 1号", "2023-05-01..2023-05-01"},
        Case{"２０２３年０５月０１日", "2023-05-01..2023-05-01"},
        Case{"二〇二三年十二月二十一日", "2023-12-21..2023-12-21"},
        Case{"2023.5.1", "2023-05-01..2023-05-01"}, Case{"2023/5/1", "2023-05-01..2023-05-01"},
        Case{"20230501", "2023-05-01..2023-05-01"},
        Case{"2023-05..2023-08", "2023-05-01..2023-08-31"},
        Case{"2023.5.1..2023.5.9", "2023-05-01..2023-05-09"},
        Case{"2023.5-2023.8", "2023-05-01..2023-08-31"},
        Case{"2020-2023", "2020-01-01..2023-12-31"},
        Case{"2023-05-01-2023-06-02", "2023-05-01..2023-06-02"},
        Case{"20230501-20230602", "2023-05-01..2023-06-02"},
        Case{"2023年5月至8月", "2023-05-01..2023-08-31"},
        Case{"2023年5月1日至15日", "2023-05-01..2023-05-15"},
        Case{"2023年5月1日-6月2日", "2023-05-01..2023-06-02"},
        Case{"2023年5月..2024", "2023-05-01..2024-12-31"}, Case{"2023-05..", "2023-05-01.."},
        Case{"..2023-05", "..2023-05-31"}, Case{">=2023-05", "2023-05-01.."},
        Case{">2023-05", "2023-06-01.."}, Case{"<2023-05", "..2023-04-30"},
        Case{"<=2023-05", "..2023-05-31"}, Case{">2023-12-31", "2024-01-01.."}));

struct WrongCase {
  bool years = false;
  std::string value{};
  std::string pointed{};  ///< what the caret stands under
  std::string message{};
  std::string instead{};
};

void PrintTo(const WrongCase& c, std::ostream* out) { *out << c.value; }

class WrongRange : public ::testing::TestWithParam<WrongCase> {};

TEST_P(WrongRange, IsPointedAt) {
  const WrongCase& c = GetParam();
  const auto result = c.years ? read_years(c.value) : read_dates(c.value);
  const auto* flaw = std::get_if<RangeFlaw>(&result);
  ASSERT_NE(flaw, nullptr) << to_text(std::get<QueryNode>(result));
  EXPECT_EQ(c.value.substr(flaw->offset, flaw->length), c.pointed);
  EXPECT_EQ(flaw->en, c.message);
  EXPECT_EQ(flaw->instead, c.instead);
  EXPECT_FALSE(flaw->zh.empty());
  EXPECT_FALSE(flaw->hint.empty());
  if (!c.instead.empty()) {
    const auto again = c.years ? read_years(c.instead) : read_dates(c.instead);
    EXPECT_TRUE(std::holds_alternative<QueryNode>(again));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongRange,
    ::testing::Values(
        WrongCase{true, "去年", "去年", "this is no year and no date", ""},
        WrongCase{true, "23", "23", "a year is four digits", ""},
        WrongCase{true, "0023", "0023", "a year is four digits", ""},
        WrongCase{true, "2023-05", "2023-05",
                  "this field has years only; for months and days use date:", "2023"},
        WrongCase{true, "2023..2020", "2023..2020", "the first year is after the last",
                  "2020..2023"},
        WrongCase{true, "..", "..", "a year is four digits", ""},
        WrongCase{true, ">9999", ">9999", "a year is four digits", ""},
        WrongCase{false, "2023-13", "2023-13", "there is no such month: months are 1 to 12",
                  "2023"},
        WrongCase{false, "2023-00", "2023-00", "there is no such month: months are 1 to 12",
                  "2023"},
        WrongCase{false, "2023-02-30", "2023-02-30", "there is no such day: 2023-02 has 28 days",
                  "2023-02-28"},
        WrongCase{false, "2023年5月1日..2023年6月31日", "2023年6月31日",
                  "there is no such day: 2023-06 has 30 days", "2023年5月1日..2023-06-30"},
        WrongCase{false, "20230230", "20230230", "there is no such day: 2023-02 has 28 days",
                  "2023-02-28"},
        WrongCase{false, "2023-05-00", "2023-05-00", "there is no such day: 2023-05 has 31 days",
                  "2023-05-31"},
        WrongCase{false, "2023-08..2023-05", "2023-08..2023-05", "the first day is after the last",
                  "2023-05..2023-08"},
        WrongCase{false, "5月1日", "5月1日", "this date cannot be read", ""},
        WrongCase{false, "2023-05-01-", "2023-05-01-", "this date cannot be read", ""},
        WrongCase{false, "上周", "上周", "this is no year and no date", ""}));

}  // namespace
}  // namespace guidang::index
