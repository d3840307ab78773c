// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_text.h"

#include <gtest/gtest.h>

#include "pipeline/text/utf8.h"
#include "tests/support/temp_folder.h"

namespace guidang::web {
namespace {

TextPage page(std::string text, std::vector<index::ByteRange> marks = {}) {
  return {.number = 1, .of = 1, .text = std::move(text), .marks = std::move(marks)};
}

std::string joined(const std::vector<TextPage>& pages) {
  std::string all;
  for (const TextPage& each : pages) all += each.text;
  return all;
}

TEST(LongPages, AreCutAndNothingIsLost) {
  std::string text;
  std::vector<index::ByteRange> marks;
  for (int i = 0; i < 400; ++i) {
    text += "各县区人民政府";
    marks.push_back({text.size(), text.size() + 6});
    text += i % 7 == 0 ? "防汛\n" : "防汛";
  }
  std::string marked;
  for (const auto& mark : marks) marked += text.substr(mark.begin, mark.end - mark.begin);
  for (const std::size_t screen : {16U, 31U, 100U, 1000U, 100'000U}) {
    const auto cut = cut_long_pages({page(text, marks)}, screen);
    EXPECT_EQ(joined(cut), text) << screen;
    std::string still_marked;
    for (const TextPage& piece : cut) {
      EXPECT_TRUE(text::is_utf8(piece.text)) << screen;
      EXPECT_LE(piece.text.size(), std::max<std::size_t>(screen, 16));
      for (const auto& mark : piece.marks) {
        still_marked += piece.text.substr(mark.begin, mark.end - mark.begin);
      }
    }
    EXPECT_EQ(still_marked, marked) << screen;
  }
}

TEST(LongPages, KeepTheirNumber) {
  const auto cut = cut_long_pages({page(std::string(100, 'a')), page("b")}, 40);
  ASSERT_EQ(cut.size(), 4U);
  EXPECT_FALSE(cut[0].continued);
  EXPECT_TRUE(cut[1].continued);
  EXPECT_FALSE(cut[3].continued);
}

TEST(LongPages, EndWhateverBytesTheyHold) {
  // No character begins in here, and a mark is longer than a screen.
  const auto cut = cut_long_pages({page(std::string(500, '\x80'), {{10, 400}})}, 50);
  EXPECT_EQ(joined(cut).size(), 500U);
}

TEST(Screens, HoldEveryPageAndCountMarks) {
  const std::vector<TextPage> pages{page("aaaa", {{0, 1}, {2, 3}}), page("bbbb"),
                                    page("cc", {{0, 1}})};
  const auto screens = screens_of(pages, 8);
  ASSERT_EQ(screens.size(), 2U);
  EXPECT_EQ(screens[0].count, 2U);
  EXPECT_EQ(screens[0].first_mark, 1U);
  EXPECT_EQ(screens[1].first, 2U);
  EXPECT_EQ(screens[1].first_mark, 3U);
  EXPECT_EQ(screens[1].marks, 1U);
}

TEST(Screens, AreThereWithoutText) { EXPECT_EQ(screens_of({}, 8).size(), 1U); }

class RecordTextTest : public ::testing::Test {
 protected:
  RecordTextTest() : texts_(folder_ / "texts.sqlite", sqlite::Database::Mode::create) {}
  FileView file(std::size_t number, const std::string& digest, std::vector<std::string> pages) {
    Extraction extraction;
    extraction.state = TextState::read;
    extraction.pages = std::move(pages);
    texts_.put(digest, extraction);
    return {.number = number, .digest = digest, .state = TextState::read};
  }
  test::TempFolder folder_;
  TextStore texts_;
};

TEST_F(RecordTextTest, KnowsWhichFileAPageIsOf) {
  const std::vector files{file(1, "a", {"甲", "乙"}), file(2, "b", {"丙"})};
  const index::Card card{.pages = {"甲", "乙", "丙"}, .marks = {{}, {{0, 3}}, {}}};
  const auto pages = text_of(card, files, &texts_, false);
  ASSERT_EQ(pages.size(), 3U);
  EXPECT_EQ(pages[1].file, 1U);
  EXPECT_EQ(pages[1].number, 2U);
  EXPECT_EQ(pages[1].of, 2U);
  EXPECT_EQ(pages[1].marks.size(), 1U);
  EXPECT_EQ(pages[2].file, 2U);
}

TEST_F(RecordTextTest, StaffReadWhatTheIndexOfStrangersLeavesOut) {
  const std::vector files{file(1, "slip", {"处理单"}), file(2, "main", {"正本"})};
  const index::Card card{.pages = {"正本"}, .marks = {{{0, 6}}}};
  const auto pages = text_of(card, files, &texts_, true);
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].text, "处理单");
  EXPECT_TRUE(pages[0].marks.empty());
  EXPECT_EQ(pages[1].marks.size(), 1U);
}

TEST_F(RecordTextTest, StrangersGetTheIndexWhateverTheStoreHolds) {
  const std::vector files{file(1, "main", {"读过第二遍的正本"})};
  const index::Card card{.pages = {"正本"}, .marks = {{}}};
  const auto pages = text_of(card, files, &texts_, false);
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].text, "正本");
  EXPECT_EQ(pages[0].file, 0U);
}

TEST(RecordText, StandsAloneWithoutAStore) {
  const index::Card card{.pages = {"甲", "乙"}, .marks = {{}, {}}};
  EXPECT_EQ(text_of(card, {}, nullptr, false).size(), 2U);
  EXPECT_TRUE(text_of({.pages = {""}, .marks = {{}}}, {}, nullptr, true).empty());
}

}  // namespace
}  // namespace guidang::web
