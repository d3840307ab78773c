// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/organ.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "stages/describe/elements.h"

namespace guidang::describe {
namespace {

using testing::ElementsAre;

TEST(Organs, AreToldByTheirEndings) {
  for (const char* name : {"国务院", "凤凰县人民政府办公室", "中共云山县委", "财政部", "县工商联",
                           "疫情防控领导小组办公室(代章)"}) {
    EXPECT_TRUE(is_organ(name)) << name;
  }
  for (const char* name : {"常务会议", "工作全部", "一、落实到局", "关于设立财政局", "各项工作。",
                           "2021年预算处", "部"}) {
    EXPECT_FALSE(is_organ(name)) << name;
  }
}

TEST(Organs, AddresseesKeepWhatBelongsTogether) {
  EXPECT_THAT(split_addressees("各省、自治区、直辖市人民政府，国务院各部委、各直属机构"),
              ElementsAre("各省、自治区、直辖市人民政府", "国务院各部委、各直属机构"));
  EXPECT_THAT(split_addressees("县人民政府、市财政局"), ElementsAre("县人民政府", "市财政局"));
  EXPECT_THAT(split_addressees("各县（区、市）财政局"), ElementsAre("各县（区、市）财政局"));
}

TEST(Organs, GluedTogetherArePartedWhereANameBegins) {
  EXPECT_THAT(split_organs("云山县财政局云山县教育局云山县审计局"),
              ElementsAre("云山县财政局", "云山县教育局", "云山县审计局"));
  EXPECT_THAT(split_organs("云山省人民政府中国民用航空局"),
              ElementsAre("云山省人民政府", "中国民用航空局"));
  EXPECT_THAT(split_organs("国家税务总局云山县税务局"), ElementsAre("国家税务总局云山县税务局"));
  EXPECT_THAT(split_organs("国务院办公厅"), ElementsAre("国务院办公厅"));
}

TEST(Organs, ShortAndLongNamesAreOne) {
  EXPECT_TRUE(same_organ("知识产权局", "国家知识产权局"));
  EXPECT_TRUE(same_organ("中华人民共和国财政部", "财政部"));
  EXPECT_TRUE(same_organ("财政部 教育部", "财政部、教育部"));
  EXPECT_FALSE(same_organ("财政部", "教育部"));
}

TEST(Organs, StandAtTheBeginningOfATitle) {
  EXPECT_EQ(organ_of_title("国务院办公厅转发民政部关于清理意见的通知"), "国务院办公厅");
  EXPECT_EQ(organ_of_title("最高人民法院、最高人民检察院关于办理案件的解释"),
            "最高人民法院 最高人民检察院");
  EXPECT_EQ(organ_of_title("【某省】《青河市人民政府关于检查的通知》"), "青河市人民政府");
  EXPECT_EQ(organ_of_title("青河市2020年政府工作报告"), "青河市人民政府");
  EXPECT_EQ(organ_of_title("关于检查的通知"), "");
}

TEST(Organs, PassTexts) {
  EXPECT_EQ(organ_of_act("(2015年3月27日青河市第十三届人民代表大会常务委员会第十次会议通过)"),
            "青河市人民代表大会常务委员会");
  EXPECT_EQ(organ_of_act("2020年8月24日最高人民法院审判委员会第1810次会议通过"), "最高人民法院");
}

}  // namespace
}  // namespace guidang::describe
