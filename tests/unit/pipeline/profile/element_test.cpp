// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/element.h"

#include <gtest/gtest.h>

namespace guidang::profile {
namespace {

const Element kRule{.name = "rule",
                    .attributes = {{"id", "RTN-11"},
                                   {"days", "15"},
                                   {"bound", "0.6"},
                                   {"on", "maybe"},
                                   {"many", " a  b\nc "},
                                   {"empty", ""}},
                    .file = "profile.xml",
                    .line = 7};

template <typename Ask>
std::string message(Ask ask) {
  try {
    static_cast<void>(ask());
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.status(), ExitStatus::usage);
    return failure.what();
  }
  return "no Failure";
}

TEST(Element, GivesWhatIsThere) {
  EXPECT_EQ(kRule.attribute("id"), "RTN-11");
  EXPECT_EQ(kRule.attribute("none", "otherwise"), "otherwise");
  EXPECT_EQ(kRule.number("days"), 15);
  EXPECT_EQ(kRule.number("none", 3), 3);
  EXPECT_DOUBLE_EQ(kRule.share("bound", 0.0), 0.6);
  EXPECT_TRUE(kRule.flag("none", true));
  EXPECT_EQ(kRule.words("many"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(kRule.child("title"), nullptr);
}

TEST(Element, SaysWherePlaceFoundAndExpected) {
  EXPECT_EQ(message([] { return kRule.required("none"); }),
            "profile.xml:7: found <rule> without none, expected none=\"…\"");
  EXPECT_EQ(message([] { return kRule.required("empty"); }),
            "profile.xml:7: found <rule> without empty, expected empty=\"…\"");
  EXPECT_EQ(message([] { return kRule.number("bound"); }),
            "profile.xml:7: found bound=\"0.6\", expected a whole number, 0 or more");
  EXPECT_EQ(message([] { return kRule.share("days", 0.5); }),
            "profile.xml:7: found days=\"15\", expected a fraction from 0 to 1, such as 0.6");
  EXPECT_EQ(message([] { return kRule.flag("on", false); }),
            "profile.xml:7: found on=\"maybe\", expected one of: yes, no");
}

TEST(Element, CanonicalBytesDependOnContentAlone) {
  Element other = kRule;
  other.line = 99;
  other.file = "elsewhere.xml";
  EXPECT_EQ(other.canonical(), kRule.canonical());
  other.text = "x";
  EXPECT_NE(other.canonical(), kRule.canonical());
  const Element joined{.name = "a", .attributes = {{"b", "cd"}}};
  const Element parted{.name = "a", .attributes = {{"bc", "d"}}};
  EXPECT_NE(joined.canonical(), parted.canonical());
}

}  // namespace
}  // namespace guidang::profile
