// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/volume_title.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <vector>

#include "pipeline/text/utf8.h"

namespace guidang::arrange {
namespace {

struct Case {
  std::string name{};
  std::vector<TitleSource> items{};
  std::uint32_t part = 0;
  std::string expected{};
  bool made_up = false;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Title : public testing::TestWithParam<Case> {};

TEST_P(Title, IsAuthorMatterAndKind) {
  const VolumeTitle title = volume_title(GetParam().items, 2006, GetParam().part);
  EXPECT_EQ(title.text, GetParam().expected);
  EXPECT_EQ(title.made_up, GetParam().made_up);
  EXPECT_LE(text::length(title.text), kLongestTitle);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Title,
    testing::Values(
        Case{"OneItem",
             {{"云溪县人民政府", "云溪县人民政府关于修建水库的请示", "请示"}},
             0,
             "云溪县人民政府关于修建水库的请示"},
        Case{"AuthorIsPutInFront",
             {{"云溪县人民政府", "关于修建水库的请示", "请示"}},
             0,
             "云溪县人民政府关于修建水库的请示"},
        Case{"AgreeingWordsOfOneItemStay",
             {{"青溪市人民政府", "关于同意修建水库的批复", "批复"}},
             0,
             "青溪市人民政府关于同意修建水库的批复"},
        Case{"ReplyAndRequest",
             {{"青溪市人民政府", "关于同意修建水库的批复", "批复"},
              {"云溪县人民政府", "关于请求修建水库的请示", "请示"}},
             0,
             "青溪市人民政府、云溪县人民政府关于修建水库的请示、批复"},
        Case{"TwoMattersSideBySide",
             {{"云溪县人民政府", "关于修建水库的请示", "请示"},
              {"云溪县人民政府", "关于防汛值班的通知", "通知"}},
             0,
             "云溪县人民政府关于修建水库、防汛值班的通知、请示"},
        Case{"ManyMattersOfOneClass",
             {{"县府", "关于甲事的函", "函", "防汛抗旱"},
              {"县府", "关于乙事的函", "函", "防汛抗旱"},
              {"县府", "关于丙事的函", "函", "防汛抗旱"},
              {"县府", "关于丁事的函", "函", "防汛抗旱"}},
             0,
             "县府关于防汛抗旱的函"},
        Case{"NothingCommon",
             {{"县府", "关于甲事的函", "函"},
              {"县府", "关于乙事的函", "函"},
              {"县府", "关于丙事的函", "函"},
              {"县府", "关于丁事的函", "函"}},
             0,
             "[县府2006年函]",
             true},
        Case{"NoTitle", {{"县府", "", "函"}}, 0, "[县府2006年函]", true},
        Case{"NothingAtAll", {{"", "", ""}}, 0, "[2006年文件]", true},
        Case{"NoAuthor", {{"", "关于甲事的函", "函"}}, 0, "[2006年函]", true},
        Case{"SomeAuthorsMissing",
             {{"县府", "关于甲事的函", "函"}, {"", "关于甲事的函", "函"}},
             0,
             "县府等关于甲事的函"},
        Case{"ManyAuthors",
             {{"甲局", "关于甲事的函", "函"},
              {"乙局", "关于甲事的函", "函"},
              {"丙局", "关于甲事的函", "函"},
              {"丁局", "关于甲事的函", "函"}},
             0,
             "甲局等关于甲事的函"},
        Case{"JointAuthors",
             {{"甲局 乙局", "关于甲事的通知", "通知"}},
             0,
             "甲局、乙局关于甲事的通知"},
        Case{"WithoutAbout", {{"县府", "县府2006年工作总结", "总结"}}, 0, "县府2006年工作总结"},
        Case{"Part", {{"县府", "关于甲事的函", "函"}}, 2, "县府关于甲事的函之二"},
        Case{"RegistrarsTitle", {{"县府", "[关于甲事的函]", "函"}}, 0, "县府关于甲事的函"},
        Case{"TooLong",
             {{"县府",
               "关于甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬"
               "癸甲乙丙丁戊己庚辛壬癸一事的函",
               "函"}},
             1,
             "[县府2006年函]之一",
             true}),
    [](const auto& test) { return test.param.name; });

TEST(PartSuffix, IsWrittenInChinese) {
  EXPECT_EQ(part_suffix(0), "");
  EXPECT_EQ(part_suffix(1), "之一");
  EXPECT_EQ(part_suffix(10), "之十");
  EXPECT_EQ(part_suffix(12), "之十二");
  EXPECT_EQ(part_suffix(20), "之二十");
  EXPECT_EQ(part_suffix(99), "之九十九");
  EXPECT_EQ(part_suffix(100), "之100");
}

}  // namespace
}  // namespace guidang::arrange
