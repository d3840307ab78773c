// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/advice.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <ostream>
#include <string>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

std::vector<IndexRecord> records() {
  std::vector<IndexRecord> all{open_record("a", "关于印发工作规则的通知", "工作规则请遵照执行"),
                               open_record("b", "关于信访工作的意见", "信访事项六十日内办结"),
                               open_record("c", "防汛值班", "严格值班。责任人到岗")};
  all[0].doctype = "通报";
  all[0].year = 2023;
  all[0].creator = "青石县人民政府";
  all[1].year = 2022;
  all[1].creator = "青石县信访局";
  all[2].year = 2022;
  IndexRecord closed = open_record("z", "绝密档案", "独有之词 值班 工作规则");
  closed.access = Access::staff;
  all.push_back(closed);
  return all;
}

std::string dump(const std::vector<Advice>& advice) {
  std::string all;
  for (const Advice& one : advice) {
    all += fmt::format("{} [{}] {} {}\n", to_text(one.kind), one.part, one.query, one.count);
  }
  return all;
}

struct Case {
  std::string query{};
  std::string expected{};
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.query; }

class AdviceOn : public ::testing::TestWithParam<Case> {};

TEST_P(AdviceOn, IsAsExpected) {
  const TestFolder folder;
  build(folder / "index", records());
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  EXPECT_EQ(dump(advise(readers, parsed(GetParam().query))), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, AdviceOn,
    ::testing::Values(
        Case{"工作规则 独有之词", "absent [独有之词]  0\nwithout [独有之词] 工作规则 1\n"},
        Case{"甲骨 独有之词 工作规则",
             "absent [甲骨]  0\nabsent [独有之词]  0\nwithout [甲骨 独有之词] 工作规则 1\n"},
        Case{
            "信访 防汛",
            "without [信访] 防汛 1\nwithout [防汛] 信访 1\neither [信访 OR 防汛] 信访 OR 防汛 2\n"},
        Case{"信访 -意见", "included [-意见] 信访 1\n"},
        Case{"题名:六十日内", "anywhere [题名:六十日内] 六十日内 1\n"},
        Case{"工作规则 通报",
             "absent [通报]  0\nin-field [通报] 工作规则 文种:通报 1\n"
             "without [通报] 工作规则 1\n"},
        Case{"责任人：青石县信访局", "field-name [责任人：] 机关:青石县信访局 1\n"},
        Case{"信访 or 防汛", "capitals [信访 OR 防汛] 信访 OR 防汛 2\n"},

        Case{"\"六十日 信访\"", "apart [\"六十日 信访\"] 六十日 信访 1\n"},
        Case{"信访 年度:2023", "without [信访] 年度:2023 1\nwithout [年度:2023] 信访 1\n"},
        Case{"独有之词", ""}, Case{"绝密 值班", "absent [绝密]  0\nwithout [绝密] 值班 1\n"}));

TEST(Advice, NamesWhatWasChosen) {
  const TestFolder folder;
  build(folder / "index", records());
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  const auto advice = advise(readers, parsed("信访"), {.choices = {{Facet::year, {"2023"}}}});
  ASSERT_EQ(advice.size(), 1U);
  EXPECT_EQ(advice[0].kind, Advice::Kind::unchoose);
  EXPECT_EQ(advice[0].facet, Facet::year);
  EXPECT_EQ(advice[0].count, 1U);
}

TEST(Advice, CountsWithSynonyms) {
  const TestFolder folder;
  build(folder / "index", records());
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  const auto widen = [](QueryNode root) {
    if (root.text == "上访") root.text = "信访";
    return root;
  };
  EXPECT_EQ(dump(advise(readers, parsed("上访 防汛值班表"), {.widen = widen})),
            "absent [防汛值班表]  0\nwithout [防汛值班表] 上访 1\n");
}

TEST(Advice, LooksOnlyIntoWhatWasOpened) {
  const TestFolder folder;
  build(folder / "with", records());
  std::vector<IndexRecord> fewer = records();
  fewer.pop_back();
  build(folder / "without", fewer);
  const Reader with(folder / "with", std::vector{Access::open});
  const Reader without(folder / "without", std::vector{Access::open});
  for (const char* query : {"独有之词 信访", "绝密", "值班 绝密档案", "工作规则 值班"}) {
    EXPECT_EQ(dump(advise(std::vector{&with}, parsed(query))),
              dump(advise(std::vector{&without}, parsed(query))));
  }
}

}  // namespace
}  // namespace guidang::index
