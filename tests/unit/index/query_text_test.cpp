// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>

#include "index/query.h"

namespace guidang::index {
namespace {

struct Case {
  std::string query{};
  std::string expected{};
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.query; }

class PlainText : public ::testing::TestWithParam<Case> {};

TEST_P(PlainText, SaysTheSame) {
  const auto read = parse_query(GetParam().query);
  ASSERT_TRUE(std::holds_alternative<Query>(read));
  EXPECT_EQ(to_query_text(std::get<Query>(read).root), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, PlainText,
    ::testing::Values(Case{"信访　条例", "信访 条例"}, Case{"信访 ｜ 条例", "信访 OR 条例"},
                      Case{"（信访 OR 条例） NOT 办法", "(信访 OR 条例) -办法"},
                      Case{"(信访)", "信访"}, Case{"“信访 条例”", "\"信访 条例\""},
                      Case{"title：(信访 OR 条例)", "题名:信访 OR 题名:条例"},
                      Case{"发文字号:国办发 2023 6号", "文号:国办发 文号:2023 文号:6号"},
                      Case{"文号:国办发 AND 2023", "文号:国办发 AND 2023"},
                      Case{"文号:国办发 (2023)", "文号:国办发 AND 2023"},
                      Case{"year:2020-2023", "年度:2020..2023"}, Case{"year:=2020", "年度:2020"},
                      Case{"date:2023年5月", "日期:2023-05"},
                      Case{"date:2023-01-01..2023-12-31", "日期:2023"},
                      Case{"date:>2023", "日期:2024-01-01.."}, Case{"gdp＊", "gdp*"},
                      Case{"-(-(a b))", "-(-(a b))"}, Case{"通知*", "通知"},
                      Case{"\"OR\"", "\"OR\""}));

TEST(QueryText, LeavesOutWhatWasAdded) {
  QueryNode typed;
  typed.text = "国办";
  QueryNode added;
  added.text = "国务院办公厅";
  added.added = true;
  QueryNode either;
  either.kind = QueryNode::Kind::any_of;
  either.children = {typed, added};
  EXPECT_EQ(to_query_text(either), "国办");
}

/// Trees as the parser makes them.
class Trees {
 public:
  explicit Trees(unsigned seed) : random_(seed) {}

  QueryNode tree(int depth) {
    const auto kind = random_() % (depth > 3 ? 7 : 12);
    if (kind < 5) return phrase();
    if (kind == 5) return years();
    if (kind == 6) return dates();
    QueryNode node;
    if (kind == 7) {
      node.kind = QueryNode::Kind::none_of;
      node.children.push_back(tree(depth + 1));
      return node;
    }
    node.kind = kind < 10 ? QueryNode::Kind::all_of : QueryNode::Kind::any_of;
    const std::size_t count = 2 + random_() % 3;
    for (std::size_t i = 0; i < count; ++i) node.children.push_back(tree(depth + 1));
    return node;
  }

 private:
  QueryNode phrase() {
    static constexpr std::array kWords{"信访",
                                       "关于“十四五”规划",
                                       "凤政办发〔2023〕6号",
                                       "2023",
                                       "6号",
                                       "D30",
                                       "x-y",
                                       "文件名：甲",
                                       "甲(乙)丙",
                                       "甲(乙",
                                       "a/b",
                                       "〔2023〕",
                                       "OR"};
    static constexpr std::array kFields{
        Field::any,     Field::any,  Field::title, Field::number,     Field::code,  Field::volume,
        Field::creator, Field::body, Field::cc,    Field::recipients, Field::signer};
    QueryNode node;
    node.text = kWords[random_() % kWords.size()];
    node.field = kFields[random_() % kFields.size()];
    node.quoted = node.text == "OR" || random_() % 5 == 0;
    if (node.quoted && random_() % 2 == 0) node.text += " 条例";
    if (node.quoted && node.text.find("“") != std::string::npos) node.text = "甲 乙";
    node.prefix = !node.quoted && (node.text == "D30" || node.text == "x-y") && random_() % 2 == 0;
    return node;
  }

  QueryNode years() {
    QueryNode node;
    node.kind = QueryNode::Kind::years;
    node.from = random_() % 3 == 0 ? 0 : static_cast<int>(1000 + random_() % 1000);
    node.to = node.from > 0 && random_() % 3 == 0 ? 9999 : static_cast<int>(2000 + random_() % 100);
    return node;
  }

  QueryNode dates() {
    static constexpr std::array kFirst{"", "2020-01-01", "2023-02-01", "2023-02-11"};
    static constexpr std::array kLast{"2023-02-28", "2023-12-31", "2024-02-29", ""};
    QueryNode node;
    node.kind = QueryNode::Kind::dates;
    node.first_day = kFirst[random_() % kFirst.size()];
    node.last_day = kLast[random_() % (node.first_day.empty() ? 3 : 4)];
    return node;
  }

  std::mt19937 random_;
};

/// The law: the plain text of a tree says that tree.
TEST(QueryText, ReadsBackToTheSameTree) {
  constexpr unsigned kSeed = 2023;
  Trees trees(kSeed);
  std::size_t read_back = 0;
  for (int i = 0; i < 5000; ++i) {
    const QueryNode tree = trees.tree(0);
    const std::string text = to_query_text(tree);
    const auto read = parse_query(text);
    if (const auto* error = std::get_if<QueryError>(&read)) {
      const bool too_large =
          text.size() > kLongestQuery || error->message_en.find("more than") != std::string::npos;
      ASSERT_TRUE(too_large) << text << ": " << error->message_en;
      continue;
    }
    ASSERT_EQ(std::get<Query>(read).root, tree) << "seed " << kSeed << ": " << text << "\n"
                                                << to_text(std::get<Query>(read).root);
    ++read_back;
  }
  EXPECT_GT(read_back, 4000U);
}

}  // namespace
}  // namespace guidang::index
