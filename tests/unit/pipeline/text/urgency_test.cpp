// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/urgency.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::text {
namespace {

struct Case {
  const char* text;
  int rank;  // 0: none
  const char* term;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class UrgencyField : public testing::TestWithParam<Case> {};

TEST_P(UrgencyField, HasItsRank) {
  const auto urgency = parse_urgency(GetParam().text);
  EXPECT_EQ(urgency ? urgency->rank : 0, GetParam().rank);
  EXPECT_EQ(urgency ? urgency->term : "", GetParam().term);
}

INSTANTIATE_TEST_SUITE_P(Urgency, UrgencyField,
                         testing::Values(Case{"特提", 4, "特提"}, Case{"★ 特 提", 4, "特提"},
                                         Case{"特　急", 3, "特急"}, Case{"加急", 2, "加急"},
                                         Case{"急件", 2, "急件"}, Case{"（平急）", 1, "平急"},
                                         Case{"紧急程度：特急", 3, "特急"}, Case{"緊急", 1, "紧急"},
                                         Case{"机密★1年 特急", 3, "特急"},
                                         Case{"000001 加急", 2, "加急"}, Case{"紧急通知", 0, ""},
                                         Case{"紧急程度：", 0, ""}, Case{"", 0, ""},
                                         Case{"关于加急办理的通知", 0, ""}));

TEST(Urgency, IsReadFromTheHeadOnly) {
  EXPECT_EQ(find_head_urgency("000001\n特 急\n某县人民政府文件")->rank, 3);
  EXPECT_EQ(find_head_urgency("特急　　　国办发明电〔2023〕1号")->rank, 3);
  EXPECT_EQ(find_head_urgency("特急\n")->original, "特急");
  EXPECT_FALSE(find_head_urgency("通知\n各科室：\n特急\n"));
}

}  // namespace
}  // namespace guidang::text
