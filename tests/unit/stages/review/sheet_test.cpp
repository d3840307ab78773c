// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/sheet.h"

#include <gmock/gmock.h>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "stages/extract/process/helper_pool.h"
#include "stages/review/read_sheet.h"
#include "tests/support/temp_folder.h"

namespace guidang::review {
namespace {

struct Pair {
  std::string name{};
  std::string a{};
  std::string b{};
  bool same = true;
};
void PrintTo(const Pair& one, std::ostream* out) { *out << one.name; }

class SameCellTest : public ::testing::TestWithParam<Pair> {};

TEST_P(SameCellTest, ComparesWhatCellsMean) {
  EXPECT_EQ(same_cell(GetParam().a, GetParam().b), GetParam().same);
}

INSTANTIATE_TEST_SUITE_P(Cells, SameCellTest,
                         ::testing::Values(Pair{"ADateOfASpreadsheet", "2023-08-30", "2023/8/30"},
                                           Pair{"ADateInHan", "2023-08-30", "2023年8月30日"},
                                           Pair{"ANumberWithoutItsZeros", "000012", "12"},
                                           Pair{"Blanks", "关于 防汛", "关于防汛 "},
                                           Pair{"FullWidth", "ＡＢ１", "ab1"},
                                           Pair{"AnotherDay", "2023-08-30", "2023-08-31", false},
                                           Pair{"AnotherText", "防汛", "抗旱", false},
                                           Pair{"Nothing", "", "0", false}),
                         [](const auto& row) { return row.param.name; });

Meanings no_meanings() {
  return [](std::string_view) { return Meaning{}; };
}

Row row() {
  return {.key = "d1/FMT-211/date",
          .document = "d1",
          .record = "i1",
          .place = "收文/1.txt:date",
          .title = "关于防汛的通知",
          .date = "2023-08-30",
          .code = "FMT-211",
          .state = "0123456789ab",
          .choices = choices_for({.code = "FMT-211", .place = "date"})};
}

TEST(Fingerprints, ParseBackAndLookLikeNoNumber) {
  const Fingerprint print{"0123456789ab", "01234567"};
  EXPECT_EQ(print.to_text(), "f0123456789ab-01234567");
  const auto back = Fingerprint::parse(print.to_text());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->state, print.state);
  EXPECT_EQ(back->cells, print.cells);
  for (const char* bad : {"", "f", "0123456789ab-01234567", "f0123456789ab01234567x"}) {
    EXPECT_FALSE(Fingerprint::parse(bad)) << bad;
  }
}

TEST(Fingerprints, TellWhenACellToReadWasChanged) {
  Cells cells = cells_of(row(), Verdict::held, no_meanings(), Language::zh);
  const std::string digest = digest_of(cells);
  cells[static_cast<std::size_t>(Column::decision)] = "放行";
  cells[static_cast<std::size_t>(Column::date)] = "2023/8/30";
  EXPECT_EQ(digest_of(cells), digest);
  cells[static_cast<std::size_t>(Column::title)] = "关于抗旱的通知";
  EXPECT_NE(digest_of(cells), digest);
}

class ReadSheetTest : public ::testing::Test {
 protected:
  Sheet read(const std::string& text) {
    files::write_atomically(folder_ / "t.csv", text);
    extract::HelperPool reader(1);
    return read_sheet(folder_ / "t.csv", reader);
  }
  test::TempFolder folder_;
};

TEST_F(ReadSheetTest, FindsColumnsInAnyOrderAndLanguage) {
  const Sheet sheet =
      read("待办事项\n\n指 纹,我的备注,Decision,row key 行键,值\nf1,x,放行,d1/A/,v\n");
  ASSERT_EQ(sheet.rows.size(), 1U);
  const SheetRow& one = sheet.rows.front();
  EXPECT_EQ(one.number, 4U);
  EXPECT_EQ(one[Column::state], "f1");
  EXPECT_EQ(one[Column::decision], "放行");
  EXPECT_EQ(one[Column::value], "v");
  EXPECT_EQ(one[Column::title], "");
  EXPECT_FALSE(sheet.present[static_cast<std::size_t>(Column::title)]);
}

TEST_F(ReadSheetTest, RefusesWhatLacksAColumnOrHasItTwice) {
  EXPECT_THROW((void)read("行键,决定\na,b\n"), Failure);
  EXPECT_THROW((void)read("行键,指纹,决定,row key\na,b,c,d\n"), Failure);
  EXPECT_THROW((void)read(""), Failure);
  EXPECT_THROW((void)read("a,b\n1,2\n"), Failure);
}

}  // namespace
}  // namespace guidang::review
