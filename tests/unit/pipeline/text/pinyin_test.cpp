// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/pinyin.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "pipeline/text/utf8.h"
#include "pipeline/text/word_breaks.h"

namespace guidang::text {
namespace {

struct Case {
  std::string text{};
  std::string expected{};
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

std::u32string characters(std::string_view text) {
  std::u32string result;
  for (std::size_t pos = 0; pos < text.size();) result += next(text, pos);
  return result;
}

class Syllables : public ::testing::TestWithParam<Case> {};

TEST_P(Syllables, AreThoseOfTheWord) {
  std::string spelt;
  for (const std::string_view syllable : syllables(characters(GetParam().text))) {
    spelt += (spelt.empty() ? "" : " ") + std::string(syllable);
  }
  EXPECT_EQ(spelt, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Syllables,
    ::testing::Values(Case{"防汛工作", "fang xun gong zuo"}, Case{"重庆", "chong qing"},
                      Case{"重要", "zhong yao"}, Case{"银行", "yin hang"},
                      Case{"行政", "xing zheng"}, Case{"会计", "kuai ji"}, Case{"会议", "hui yi"},
                      Case{"长沙", "chang sha"}, Case{"市长", "shi zhang"}, Case{"土地", "tu di"},
                      Case{"归还", "gui huan"}, Case{"绿化", "lu hua"},
                      Case{"二〇二三", "er ling er san"}, Case{"同行业", "tong hang ye"},
                      Case{"通知a", "tong zhi "}));

TEST(Syllable, IsEmptyForWhatIsNoHan) {
  EXPECT_EQ(syllable(U'a'), "");
  EXPECT_EQ(syllable(U'。'), "");
  EXPECT_EQ(syllable(0x10FFFF), "");
}

TEST(Syllable, LeadsBackToItsCharacters) {
  EXPECT_NE(characters_of("xun").find(U'汛'), std::u32string_view::npos);
  EXPECT_NE(characters_of("xun").find(U'讯'), std::u32string_view::npos);
  EXPECT_TRUE(characters_of("xx").empty());
  EXPECT_TRUE(is_syllable("fang"));
  EXPECT_FALSE(is_syllable("fg"));
  EXPECT_FALSE(is_syllable(""));
}

/// All of GB 2312, the characters that every Chinese system has, in the table's own range.
TEST(Syllable, IsKnownForTheCommonCharacters) {
  for (const char32_t c : characters(
           "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同"
           "工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理"
           "起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义"
           "事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结"
           "解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设"
           "及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决"
           "西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济"
           "阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万"
           "每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记"
           "需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技"
           "备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候"
           "毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细"
           "引听该铁价严")) {
    EXPECT_FALSE(syllable(c).empty()) << static_cast<unsigned>(c);
  }
}

TEST(WordBreaks, AreThoseOfTheDictionary) {
  EXPECT_EQ(word_breaks("环保部门"), (std::vector<std::size_t>{0, 6, 12}));
  EXPECT_EQ(word_breaks(""), (std::vector<std::size_t>{0}));
}

TEST(WordBreaks, SurviveWhatIsNoUtf8) {
  const std::string broken = "集中\xFF\xFE办理\xE4";
  const auto breaks = word_breaks(broken);
  EXPECT_EQ(breaks.front(), 0U);
  EXPECT_EQ(breaks.back(), broken.size());
}

}  // namespace
}  // namespace guidang::text
