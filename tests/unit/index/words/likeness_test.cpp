// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/likeness.h"

#include <gtest/gtest.h>

namespace guidang::index {
namespace {

TEST(Likeness, TellsSoundAndShape) {
  EXPECT_EQ(likeness(U'汛', U'讯'), Likeness::sound_and_shape);
  EXPECT_EQ(likeness(U'事', U'是'), Likeness::sound);
  EXPECT_EQ(likeness(U'项', U'顶'), Likeness::shape);
  EXPECT_EQ(likeness(U'档', U'挡'), Likeness::sound_and_shape);
  EXPECT_EQ(likeness(U'中', U'宗'), Likeness::near_sound);
  EXPECT_EQ(likeness(U'理', U'你'), Likeness::near_sound);
  EXPECT_EQ(likeness(U'信', U'县'), Likeness::none);
  EXPECT_EQ(likeness(U'a', U'b'), Likeness::none);
}

TEST(Alike, AreAllOfSomeLikeness) {
  for (const char32_t c : {U'汛', U'事', U'项', U'中', U'a'}) {
    for (const char32_t other : alike(c)) {
      EXPECT_NE(other, c);
      EXPECT_NE(likeness(c, other), Likeness::none) << static_cast<unsigned>(other);
    }
  }
  EXPECT_NE(alike(U'讯').find(U'汛'), std::u32string::npos);
  EXPECT_TRUE(alike(U'a').empty());
}

TEST(Alike, IsMutual) {
  for (const char32_t c : std::u32string(U"归档文件整理规则信访事项防汛会计")) {
    for (const char32_t other : alike(c)) {
      EXPECT_NE(alike(other).find(c), std::u32string::npos) << static_cast<unsigned>(other);
    }
  }
}

}  // namespace
}  // namespace guidang::index
