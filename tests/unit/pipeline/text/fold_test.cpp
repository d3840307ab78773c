// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/fold.h"

#include <gtest/gtest.h>

namespace guidang::text {
namespace {

TEST(Fold, MakesWidthCaseAndBlanksAlike) {
  EXPECT_EQ(fold("ＧＢ　1 8０3\u200B0"), "gb18030");
  EXPECT_EQ(fold("国\u00AD发（２０２３）"), "国发(2023)");
  EXPECT_EQ(fold(""), "");
}

TEST(Fold, LeavesTheZerosApart) { EXPECT_EQ(fold("二○〇零O"), "二○〇零o"); }

TEST(Fold, KeepsOneBlankWhenAsked) {
  EXPECT_EQ(fold_keep_blanks("\u3000 A  \t b\n"), "a b");
  EXPECT_EQ(fold_keep_blanks("  "), "");
}

TEST(Fold, BearsBrokenUtf8) {
  EXPECT_EQ(fold("A\xFF"
                 "b"),
            "a\xFF"
            "b");
}

TEST(Fold, ComposesForKeeping) {
  EXPECT_EQ(nfc("e\u0301"), "é");
  EXPECT_EQ(nfc("ＡＢ　"), "ＡＢ　");
}

}  // namespace
}  // namespace guidang::text
