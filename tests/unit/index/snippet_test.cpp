// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/snippet.h"

#include <gtest/gtest.h>

#include <string>

namespace guidang::index {
namespace {

PhraseFinder phrases(std::initializer_list<std::string_view> texts) {
  std::vector<Phrase> all;
  for (const std::string_view text : texts) all.emplace_back(tokens_of(text));
  return PhraseFinder(std::move(all));
}

Snippet make_snippet(std::string_view body, const PhraseFinder& finder, std::size_t size = 360) {
  const auto places = drop_overlaps(finder.find_all(body, kPlacesInSnippet));
  std::vector<ByteRange> marks;
  for (const Occurrence& place : places) marks.push_back(place.range);
  return index::make_snippet(body, places, marks, size);
}

std::string marked(const Snippet& snippet) {
  std::string text;
  std::size_t pos = 0;
  for (const ByteRange& mark : snippet.marks) {
    text += snippet.text.substr(pos, mark.begin - pos) + "[" +
            snippet.text.substr(mark.begin, mark.end - mark.begin) + "]";
    pos = mark.end;
  }
  return text + snippet.text.substr(pos);
}

TEST(Snippet, MarksWholeRuns) {
  EXPECT_EQ(marked(make_snippet("办理信访事项。", phrases({"信访事项"}))), "办理[信访事项]。");
}

TEST(Snippet, MarksTheOriginalHoweverItIsWritten) {
  EXPECT_EQ(
      marked(make_snippet("印发 ＷＴＯ 通　知（第００６号）", phrases({"wto", "通知", "第6号"}))),
      "印发 [ＷＴＯ] [通　知]（[第００６号]）");
}

TEST(Snippet, TakesTheLongerOfTwoMatches) {
  EXPECT_EQ(marked(make_snippet("人民政府", phrases({"人民", "人民政府"}))), "[人民政府]");
}

TEST(Snippet, ShowsTheBeginningWhenNothingMatches) {
  const Snippet snippet = make_snippet("甲乙丙", phrases({"丁"}), 4);
  EXPECT_EQ(snippet.text, "甲");
  EXPECT_TRUE(snippet.more_after);
  EXPECT_FALSE(snippet.more_before);
  EXPECT_EQ(snippet.page, 1U);
}

TEST(Snippet, JoinsPiecesThatOverlap) {
  const std::string body = "办理信访事项。";
  const auto places = in_text_order(phrases({"信访", "访事", "办理"}).find_all(body, 9));
  const auto merged = merge_overlaps(places);
  ASSERT_EQ(merged.size(), 2U);
  const Snippet snippet = index::make_snippet(body, places, {merged[0].range, merged[1].range}, 6);
  EXPECT_EQ(marked(snippet), "[办理]");
  EXPECT_EQ(body.substr(merged[1].range.begin, 9), "信访事");
}

TEST(Snippet, OfNothingIsEmpty) { EXPECT_EQ(make_snippet("", phrases({"丁"})).page, 0U); }

TEST(Snippet, PrefersThePlaceWithMostPhrases) {
  std::string body = "信访。";
  for (int i = 0; i < 200; ++i) body += "无关的话。";
  body += "\f信访与投诉。";
  const Snippet snippet = make_snippet(body, phrases({"信访", "投诉"}), 60);
  EXPECT_EQ(marked(snippet), "[信访]与[投诉]。");
  EXPECT_EQ(snippet.page, 2U);
  EXPECT_TRUE(snippet.more_before);
  EXPECT_EQ(body.substr(snippet.offset, snippet.text.size()), snippet.text);
}

TEST(Snippet, NeverCutsAMark) {
  const std::string body = "办公室主任办公会议";
  for (std::size_t size = 1; size < 30; ++size) {
    const Snippet snippet = make_snippet(body, phrases({"主任", "办公会议"}), size);
    for (const ByteRange& mark : snippet.marks) EXPECT_LE(mark.end, snippet.text.size());
    EXPECT_FALSE(snippet.marks.empty()) << size;
  }
}

}  // namespace
}  // namespace guidang::index
