// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "stages/extract/readers.h"
#include "stages/extract/readers/sheet/biff_records.h"
#include "tests/unit/stages/extract/hostile.h"

namespace guidang::extract {
namespace {

using std::string_literals::operator""s;
using testing::ElementsAre;

std::string sample() { return *files::read_all(sample_file("register.xls").get(), 1U << 20); }

TEST(Xls, GivesSheetsCommentsAndDates) {
  const Extraction result = read_xls(sample_file("register.xls").get(), {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre("登记\n收文登记簿\n收文编号\t标题\t成文日期\t文号\n"
                                        "1\t关于甲的通知\n第二行\t2023-06-01\t0\t12.5%\tTRUE\n"
                                        "3.14159\t#DIV/0!\n批注内容\n\n第二\n机密★10年\n"));
  EXPECT_EQ(result.technical.at("format_version"), "97-2003");
}

TEST(Xls, TablesKeepRowNumbers) {
  const Extraction result = xls_tables(sample_file("register.xls").get(), {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages,
              ElementsAre("收文登记簿\r\n收文编号,标题,成文日期,文号\r\n"
                          "1,\"关于甲的通知\n第二行\",2023-06-01,0,12.5%,TRUE\r\n\r\n\r\n"
                          "3.14159,#DIV/0!\r\n",
                          "机密★10年\r\n"));
}

TEST(Xls, SurvivesCutsAndChangedBytes) {
  expect_no_silent_loss(read_xls, sample(), 61);
  expect_named_states(read_xls, sample(), 400);
  expect_named_states(xls_tables, sample(), 200);
}

TEST(BiffCursor, TextRunsOnInAContinuationOfAnotherWidth) {
  const std::string first = "\x04\x00\x00"s + "ab";
  const std::string second = "\x01"s + "\x32\x75\x59\x4E"s;  // 甲 would be 0x7532, 乙 0x4E59
  const biff::Record record{.id = biff::Id::sst, .parts = {first, second}};
  biff::Cursor at{record};
  EXPECT_EQ(at.unicode_string(at.u16()), "ab甲乙");
  EXPECT_TRUE(at.good());
}

TEST(BiffCursor, BeyondTheEndIsNotGood) {
  const biff::Record record{.id = biff::Id::label,
                            .parts = {"\x05\x00\x00"
                                      "ab"}};
  biff::Cursor at{record};
  (void)at.u32();
  (void)at.f64();
  EXPECT_FALSE(at.good());
}

TEST(BiffStrings, AreOfTheirCodePage) {
  biff::Strings strings{false};
  strings.code_page(936);
  EXPECT_EQ(strings.bytes("\xCA\xD5\xCE\xC4"), "收文");
  strings.code_page(950);
  EXPECT_EQ(strings.bytes("\xA6\xAC\xA4\xE5"), "收文");
}

TEST(BiffNumbers, UnpackRk) {
  EXPECT_EQ(biff::rk_value(0x3FF00000), 1.0);
  EXPECT_EQ(biff::rk_value((12345U << 2) | 2), 12345.0);
  EXPECT_EQ(biff::rk_value((12345U << 2) | 3), 123.45);
}

}  // namespace
}  // namespace guidang::extract
