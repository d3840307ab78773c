// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/spelling.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

Asked asked(std::string_view text) {
  auto result = ask(text, Vocabulary());
  return std::get<Asked>(std::move(result));
}

struct Case {
  std::string query{};
  std::string expected{};  ///< "" for none
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.query; }

class Spelling : public ::testing::TestWithParam<Case> {
 protected:
  static std::string correct(std::string_view query, std::vector<Access> classes) {
    const TestFolder folder;
    IndexRecord closed = open_record("z", "关于密云会见的函", "密云会见");
    closed.access = Access::staff;
    build(folder / "index",
          {open_record("a", "关于印发归档文件整理规则的通知", "归档文件整理规则如下。"),
           open_record("b", "信访事项办理办法", "信访事项由办公室办理,并予公开。"),
           open_record("c", "防汛工作方案", "防汛抗旱,做好防汛工作。archive management"),
           open_record("d", "财政预算公开", "财政预算公开的内容。"), closed});
    const Reader reader(folder / "index", classes);
    const std::vector readers{&reader};
    const auto found = correction(readers, asked(query));
    return found ? found->text : "";
  }
};

TEST_P(Spelling, IsCorrected) {
  EXPECT_EQ(correct(GetParam().query, {Access::open}), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Spelling,
    ::testing::Values(Case{"归挡文件", "归档文件"}, Case{"信访事顶", "信访事项"},
                      Case{"防讯", "防汛"}, Case{"信访是项", "信访事项"},
                      Case{"防汛供作", "防汛工作"},
                      // At the edges, two swapped, one missing, one too many, one of no likeness.
                      Case{"龟档文件", "归档文件"}, Case{"归档文见", "归档文件"},
                      Case{"档归文件", "归档文件"}, Case{"归档件", "归档文件"},
                      Case{"归档的文件", "归档文件"}, Case{"财政预猫公开", "财政预算公开"},
                      // In a longer query, whose other parts stay as they are.
                      Case{"题名:归挡文件 年度:2023", "题名:归档文件 年度:2023"},
                      Case{"通知 \"信访事顶\"", "通知 \"信访事项\""},
                      // Letters.
                      Case{"archve", "archive"}, Case{"managment", "management"}, Case{"xyzzy", ""},
                      // Right, or not to be mended.
                      Case{"归档文件", ""}, Case{"通知 -防讯", ""}, Case{"年度:2023", ""},
                      Case{"文号:防讯", ""}, Case{"饕餮盛宴", ""}, Case{"归挡文见", ""}));

TEST_F(Spelling, LooksAtWhatIsOpenedOnly) {
  EXPECT_EQ(correct("密云会建", {Access::open}), "");
  EXPECT_EQ(correct("密云会建", {Access::open, Access::staff}), "密云会见");
}

TEST_F(Spelling, ConsistsOfTheWordAndItsRecords) {
  const TestFolder folder;
  build(folder / "index", {open_record("a", "防汛", "防汛"), open_record("b", "乙", "防汛")});
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  const auto found = correction(readers, asked("(防讯 OR 甲)"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, "(防汛 OR 甲)");
  EXPECT_EQ(found->was, "防讯");
  EXPECT_EQ(found->is, "防汛");
  EXPECT_EQ(found->count, 2U);
}

TEST_F(Spelling, SurvivesAnEmptyIndexAndAnyBytes) {
  const TestFolder folder;
  build(folder / "index", {});
  const Reader reader(folder / "index", std::vector{Access::open});
  const std::vector readers{&reader};
  for (const std::string_view text : {"防讯", "a\xFF\xFE", "\xE4\xB8", "☃防讯☃", "防 汛"}) {
    const auto result = ask(text, Vocabulary());
    const auto* query = std::get_if<Asked>(&result);
    EXPECT_FALSE(query != nullptr && correction(readers, *query));
  }
  EXPECT_FALSE(correction({}, asked("防讯")));
}

}  // namespace
}  // namespace guidang::index
