// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace guidang::index {
namespace {

struct Case {
  std::string query{};
  std::string expected{};
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.query; }

class QueryTree : public ::testing::TestWithParam<Case> {};

TEST_P(QueryTree, IsAsExpected) {
  const auto result = parse_query(GetParam().query);
  const auto* query = std::get_if<Query>(&result);
  ASSERT_NE(query, nullptr) << std::get<QueryError>(result).message_en;
  EXPECT_EQ(to_text(query->root), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, QueryTree,
    ::testing::Values(
        Case{"人民政府", "[人民政府]"}, Case{"信访 条例", "([信访] [条例])"},
        Case{"信访 AND 条例", "([信访] [条例])"}, Case{"信访　条例", "([信访] [条例])"},
        Case{"信访 OR 投诉 | 举报", "([信访] | [投诉] | [举报])"},
        Case{"a b OR c", "(([a] [b]) | [c])"}, Case{"(a OR b) c", "(([a] | [b]) [c])"},
        Case{"（a OR b） c", "(([a] | [b]) [c])"}, Case{"信访 -投诉", "([信访] -[投诉])"},
        Case{"信访 NOT 投诉", "([信访] -[投诉])"}, Case{"信访 －投诉", "([信访] -[投诉])"},
        Case{"-投诉", "-[投诉]"}, Case{"-(甲 OR 乙)", "-([甲] | [乙])"},
        Case{"\"办公室 主任\"", "[办公室主任]"}, Case{"“办公室 主任”", "[办公室主任]"},
        Case{"题名:规则", "title:[规则]"}, Case{"题名：规则", "title:[规则]"},
        Case{"TITLE:规则", "title:[规则]"}, Case{"题名: 规则 办法", "(title:[规则] [办法])"},
        Case{"题名:(规则 OR 办法)", "(title:[规则] | title:[办法])"},
        Case{"题名:\"工作 规则\"", "title:[工作规则]"},
        Case{"文号:凤政办发(2023)6号", "number:[凤政办发 2023 6 号]"},
        Case{"文号:(2023)6号", "number:[2023 6 号]"},
        Case{"文号:（2023）6号", "number:[2023 6 号]"},
        Case{"(文号:政办发(2023)6号)", "number:[政办发 2023 6 号]"},
        Case{"档号:X001-WS·2023-D10-0001", "code:[x 1 ws 2023 d 10 1]"},
        Case{"机关:县政府 文种:通知 期限:30年 全宗:X001",
             "(creator:[县政府] type:[通知] retention:[30 年] fonds:[x 1])"},
        Case{"正文:信访", "body:[信访]"}, Case{"年度:2023", "year:2023..2023"},
        Case{"year:2020..2023", "year:2020..2023"},
        Case{"年度:２０２０-２０２３", "year:2020..2023"}, Case{"年度:2020..", "year:2020..9999"},
        Case{"年度:..2023", "year:0..2023"}, Case{"年度:2023年", "year:2023..2023"},
        Case{"-年度:2023", "-year:2023..2023"},
        Case{"年度:2020 .. 2023 a", "(year:2020..2023 [a])"},
        Case{"年度:2020 至 2023 a", "(year:2020..2023 [a])"},
        Case{"年度:2020 - 2023", "year:2020..2023"},
        Case{"年度:>= 2020 a", "(year:2020..9999 [a])"},
        Case{"年度:2020.. 6号", "(year:2020..9999 [6 号])"},
        Case{"年度:2020 -2023", "(year:2020..2020 -[2023])"},
        Case{"年度:(2020 OR 2022)", "(year:2020..2020 | year:2022..2022)"},
        Case{"日期:\"2023 年 5 月\"", "date:2023-05-01..2023-05-31"},
        Case{"收发:发文", "direction:[发文]"},
        Case{"案卷:X043-KJ·2023-001", "volume:[x 43 kj 2023 1]"}, Case{"py:fxgz", "py:[fxgz]"},
        Case{"发文机关:县政府", "creator:[县政府]"}, Case{"發文字號:青政", "number:[青政]"},
        Case{"ＮＵＭＢＥＲ：6", "number:[6]"},
        Case{"文号:青政办发 2023 6号", "(number:[青政办发] number:[2023] number:[6 号])"},
        Case{"文号:青政办发 〔2023〕 6号 信访 7",
             "(number:[青政办发] number:[2023] number:[6 号] [信访] [7])"},
        Case{"档号:X043 2023 D30", "(code:[x 43] code:[2023] code:[d 30])"},
        Case{"文号:青政 AND 2023", "(number:[青政] [2023])"},
        Case{"-文号:青政 2023", "(-number:[青政] [2023])"},
        Case{"题名:(文号:青政 2023 甲)", "(number:[青政] number:[2023] title:[甲])"},
        Case{"GDP*", "[gdp*]"}, Case{"ＧＤＰ＊", "[gdp*]"}, Case{"通知*", "[通知]"},
        Case{"张**", "[张]"}, Case{"X043-*", "[x 43]"}, Case{"X043-00*", "[x 43]"},
        Case{"文种:通*", "type:[通*]"}, Case{"文号:青政发〔202*", "number:[青政发 202*]"},
        Case{"信访 || 投诉", "([信访] | [投诉])"}, Case{"信访 ＯＲ 投诉", "([信访] | [投诉])"},
        Case{"信访 or 投诉", "([信访] [or] [投诉])"}, Case{"信访 和 投诉", "([信访] [和] [投诉])"},
        Case{"关于“十四五”规划的通知", "[关于 十四五 规划的通知]"},
        Case{"关于“十四五", "[关于 十四五]"}, Case{"「办公室 主任」", "[办公室主任]"},
        Case{"责任人：张三", "[责任人 张三]"}, Case{"主办单位：县委", "[主办单位 县委]"},
        Case{"10:30", "[10 30]"}, Case{"C:x", "[c x]"}, Case{"附件：名单", "attachments:[名单]"},
        Case{"文件名：名单", "[文件名 名单]"}, Case{"http://x.cn", "[http x cn]"},
        Case{"甲 - 乙", "([甲] [乙])"}, Case{"甲 、 乙", "([甲] [乙])"}, Case{"甲-乙", "[甲 乙]"},
        Case{"关于(试行)的通知", "[关于 试行 的通知]"}));

struct WrongCase {
  std::string query{};
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string message{};
};

void PrintTo(const WrongCase& c, std::ostream* out) { *out << c.query.substr(0, 40); }

class WrongQuery : public ::testing::TestWithParam<WrongCase> {};

TEST_P(WrongQuery, IsPointedAt) {
  const auto result = parse_query(GetParam().query);
  const auto* error = std::get_if<QueryError>(&result);
  ASSERT_NE(error, nullptr) << to_text(std::get<Query>(result).root);
  EXPECT_EQ(error->message_en, GetParam().message);
  EXPECT_EQ(error->offset, GetParam().offset);
  EXPECT_EQ(error->length, GetParam().length);
  EXPECT_FALSE(error->message_zh.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongQuery,
    ::testing::Values(
        WrongCase{"", 0, 0, "the query is empty"}, WrongCase{"  ，", 0, 0, "the query is empty"},
        WrongCase{"信访 \"办公室", 7, 10, "the quotation mark is not closed"},
        WrongCase{"(信访", 0, 1, "the bracket is not closed"},
        WrongCase{"信访)", 6, 1, "a closing bracket without its opening one"},
        WrongCase{"()", 1, 1, "nothing stands before the closing bracket"},
        WrongCase{"信访 OR", 9, 0, "a word is missing here"},
        WrongCase{"OR 信访", 0, 2, "a word is missing here"},
        WrongCase{"AND 信访", 0, 3, "nothing stands before AND"},
        WrongCase{"信访 NOT", 7, 3, "nothing stands after the minus"},
        WrongCase{"信访 --投诉", 7, 1, "nothing stands after the minus"},
        WrongCase{"题名:", 0, 7, "nothing stands after the field"},
        WrongCase{"题名:文号:6", 0, 7, "nothing stands after the field"},
        WrongCase{"题名:、", 7, 3, "nothing here can be searched for"},
        WrongCase{"\"、\"", 0, 5, "nothing here can be searched for"},
        WrongCase{"年度:去年", 7, 6, "this is no year and no date"},
        WrongCase{"年度:12345", 7, 5, "a year is four digits"},
        WrongCase{"年度:2023..2020", 7, 10, "the first year is after the last"},
        WrongCase{"tilte:规则", 0, 5, "there is no field tilte, is it title"},
        WrongCase{"甲 提名：规则", 4, 6, "there is no field 提名, is it 题名"},
        WrongCase{"名题:规则", 0, 6, "there is no field 名题, is it 题名"},
        WrongCase{"题名:(tpye:a)", 8, 4, "there is no field tpye, is it type"},
        WrongCase{"日期:2023-02-30", 7, 10, "there is no such day: 2023-02 has 28 days"},
        WrongCase{"日期:“2023-02-30”", 10, 10, "there is no such day: 2023-02 has 28 days"},
        WrongCase{"收发:来", 7, 3, "a direction is received, issued or internal"},
        WrongCase{"信访 *", 7, 1, "nothing stands before the *"},
        WrongCase{"00*", 0, 3, "nothing stands before the *"},
        WrongCase{"通*知", 3, 1, "* may only end a word"},
        WrongCase{"*知", 0, 1, "* may only end a word"},
        WrongCase{std::string(20, '(') + "a", 16, 1, "too many brackets inside each other"},
        WrongCase{std::string(1030, 'a'), 1024, 6, "the query has more than 1024 bytes"}));

TEST(Query, ListsTheFieldsWhenNoneIsNear) {
  const auto read = parse_query("甲 qqnumberx:123 乙");
  const auto* error = std::get_if<QueryError>(&read);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->suggestion, "甲 \"qqnumberx:123\" 乙");
  EXPECT_NE(error->message_zh.find("题名 文号 机关"), std::string::npos);
}

struct SuggestionCase {
  std::string query{};
  std::string suggestion{};
};

void PrintTo(const SuggestionCase& c, std::ostream* out) { *out << c.query; }

class WrongQueryWithWayOut : public ::testing::TestWithParam<SuggestionCase> {};

TEST_P(WrongQueryWithWayOut, IsGivenAQueryToRun) {
  const auto read = parse_query(GetParam().query);
  const auto* error = std::get_if<QueryError>(&read);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->suggestion, GetParam().suggestion);
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongQueryWithWayOut,
    ::testing::Values(SuggestionCase{"信访)", "信访"}, SuggestionCase{"(信访", "(信访)"},
                      SuggestionCase{"信访 “条例", "信访 “条例\""},
                      SuggestionCase{"信访 OR OR 条例", "信访 OR  条例"},
                      SuggestionCase{"信访 --条例", "信访 -条例"},
                      SuggestionCase{"信访 NOT", "信访 "},
                      SuggestionCase{"yaer:2023 甲", "year:2023 甲"},
                      SuggestionCase{"年度:2023-05 甲", "年度:2023 甲"},
                      SuggestionCase{"日期:2023-06-31..2023-07-02", "日期:2023-06-30..2023-07-02"},
                      SuggestionCase{"tilte:(甲", ""}));

TEST(Query, RefusesTooManyWords) {
  std::string text;
  for (int i = 0; i < 65; ++i) text += "a ";
  EXPECT_TRUE(std::holds_alternative<QueryError>(parse_query(text)));
}

}  // namespace
}  // namespace guidang::index
