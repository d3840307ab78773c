// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/text_builder.h"

#include <gtest/gtest.h>

namespace guidang::extract {
namespace {

TEST(TextBuilder, PartsCellsByTabsAndKeepsLinesOfACell) {
  TextBuilder out{1000};
  out.text("表");
  out.begin_row();
  out.begin_cell();
  out.text("甲");
  out.new_line();
  out.text("乙");
  out.end_cell();
  out.begin_cell();
  out.text("丙");
  out.end_cell();
  out.end_row();
  EXPECT_EQ(out.take(), "表\n甲\n乙\t丙\n");
}

TEST(TextBuilder, RowWithoutTextGivesNothing) {
  TextBuilder out{1000};
  out.begin_row();
  out.begin_cell();
  out.new_line();
  out.end_cell();
  out.begin_cell();
  out.end_cell();
  out.end_row();
  EXPECT_EQ(out.take(), "");
}

TEST(TextBuilder, PutsAsidesBehindTheirLine) {
  TextBuilder out{1000};
  out.text("前");
  out.begin_aside();
  out.text("框");
  out.end_aside();
  out.text("后");
  out.new_line();
  out.text("下");
  EXPECT_EQ(out.take(), "前后\n框\n下\n");
}

TEST(TextBuilder, SaysWhenItIsFull) {
  TextBuilder out{4};
  out.text("甲");
  EXPECT_FALSE(out.full());
  out.text("乙");
  EXPECT_TRUE(out.full());
  EXPECT_EQ(out.take().substr(0, 3), "甲");
}

TEST(TextBuilder, TakesWhatWasLeftOpen) {
  TextBuilder out{1000};
  out.begin_row();
  out.begin_cell();
  out.text("半");
  EXPECT_EQ(out.take(), "半\n");
}

}  // namespace
}  // namespace guidang::extract
