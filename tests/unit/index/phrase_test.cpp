// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/phrase.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace guidang::index {
namespace {

struct Case {
  std::string name{};
  std::string phrase{};
  std::string text{};
  bool expected = false;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.phrase << " in " << c.text; }

class PhraseStands : public ::testing::TestWithParam<Case> {};

TEST_P(PhraseStands, AsExpected) {
  const Case& c = GetParam();
  const Phrase phrase(tokens_of(c.phrase));
  EXPECT_EQ(phrase.occurs_in(c.text), c.expected);
  if (phrase.stands_plainly_in(c.text)) {
    EXPECT_TRUE(c.expected) << "the quick proof is wrong";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, PhraseStands,
    ::testing::Values(Case{"Inside", "人民政府", "县人民政府办公室", true},
                      Case{"NotApart", "人民政府", "人民的政府", false},
                      Case{"NotOverSigns", "人民政府", "人民，政府", false},
                      Case{"SignsInTheQueryAllowAny", "人民、政府", "人民，政府", true},
                      Case{"SignsInTheQueryAllowNone", "人民、政府", "人民政府", true},
                      Case{"OverALineEnd", "人民政府", "人民\n政府", true},
                      Case{"NotOverAnEmptyLine", "人民政府", "人民\n\n政府", false},
                      Case{"WholeNumbersOnly", "第1", "第15号", false},
                      Case{"WholeNumbersAtTheFront", "5号", "第15号", false},
                      Case{"NumbersByValue", "第6号", "第００６号", true},
                      Case{"ZeroInFrontIsNoEdge", "6号", "第06号", true},
                      Case{"FullWidthIsNoEdge", "6号", "第１6号", false},
                      Case{"WholeWordsOnly", "word", "words", false},
                      Case{"RepeatedCharacters", "哈哈哈", "哈哈 哈", true},
                      Case{"FewerThanWanted", "哈哈哈", "哈哈", false},
                      Case{"RestartInside", "甲甲乙", "甲甲甲乙", true},
                      Case{"DocumentNumber", "凤政办发〔2023〕6号", "（凤政办发[2023]6 号）", true},
                      Case{"Nothing", "，", "，", false}),
    [](const auto& one) { return one.param.name; });

TEST(Phrase, TermsAreProofOnlyForOneTokenOrPair) {
  EXPECT_TRUE(Phrase(tokens_of("法")).proved_by_terms());
  EXPECT_TRUE(Phrase(tokens_of("信访")).proved_by_terms());
  EXPECT_FALSE(Phrase(tokens_of("信、访")).proved_by_terms());
  EXPECT_FALSE(Phrase(tokens_of("哈哈哈")).proved_by_terms());
  EXPECT_FALSE(Phrase(tokens_of("6号")).proved_by_terms());
}

TEST(Phrase, FindsEveryPlace) {
  const auto places = Phrase(tokens_of("信访")).find_all("信访。信\n访", 9);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[1], (ByteRange{9, 16}));
}

TEST(NumberTokens, DropWhatDoesNotCount) {
  EXPECT_EQ(number_tokens("国发字〔1999〕第05号").size(), number_tokens("国发(1999) 5").size());
}

}  // namespace
}  // namespace guidang::index
