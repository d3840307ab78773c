// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/near.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "pipeline/text/utf8.h"
#include "stages/relate/settings.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang::relate {
namespace {

std::string random_text(unsigned seed, std::size_t characters) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) {
    text::append(text, static_cast<char32_t>(0x4e00 + random() % 3000));
    if (i % 60 == 59) text += "。\n";
  }
  return text;
}

TEST(Shingles, BlanksWidthCaseAndPageNumbersDoNotCount) {
  const Shingles plain = shingles_of({"关于做好ABC工作的通知，请遵照执行2023"});
  EXPECT_EQ(plain, shingles_of({"关于做好 ａｂｃ 工作的\n通知,请遵照 执行２０２３\n- 1 -\n2"}))
      << "the comma is one character in both widths";
  EXPECT_EQ(plain.size(), 18U);
}

TEST(Shingles, RunningTitlesDoNotCount) {
  const std::string head = "云溪县人民政府公报\n";
  const std::vector<std::string> with{head + "第一页的正文在这里", head + "第二页的正文在这里",
                                      head + "第三页的正文在这里"};
  const std::vector<std::string> without{"第一页的正文在这里", "第二页的正文在这里",
                                         "第三页的正文在这里"};
  EXPECT_EQ(shingles_of(with), shingles_of(without));
}

TEST(Shingles, ScoreIsJaccards) {
  // 甲乙丙丁戊己 has two pieces, 甲乙丙丁戊庚 shares one of them.
  const Overlap overlap = overlap_of(shingles_of({"甲乙丙丁戊己"}), shingles_of({"甲乙丙丁戊庚"}));
  EXPECT_EQ(overlap.both, 1U);
  EXPECT_EQ(overlap.either, 3U);
  EXPECT_EQ(overlap_of({}, {}).score(), 0.0);
}

TEST(Sketch, GuessesTheScore) {
  const std::string text = random_text(1, 3000);
  const Shingles one = shingles_of({text});
  for (const std::size_t cut : {0UL, 300UL, 900UL, 3000UL, 6000UL}) {
    const Shingles other = shingles_of({text.substr(cut), random_text(2, cut / 3)});
    const double score = overlap_of(one, other).score();
    EXPECT_NEAR(guessed_score(sketch_of(one).least, sketch_of(other).least), score, 0.15) << cut;
  }
}

class Near : public testing::Test {
 protected:
  void add(const RecordId& id, const std::string& text, const std::string& number = "",
           const std::string& date = "") {
    store[id] = {text};
    View view(id, [this](const ComponentText& wanted) { return store.at(wanted.digest); });
    texts.add(view, {.digest = id, .state = TextState::read, .reader = "txt", .revision = 1},
              store.at(id), number, date);
  }
  std::map<std::string, NearPair> pairs() {
    std::map<std::string, NearPair> found;
    texts.for_each_pair([&](const NearPair& pair) { found[pair.one + pair.other] = pair; });
    return found;
  }
  std::map<std::string, std::vector<std::string>> store;
  NearTexts texts{Settings{}};
};

TEST_F(Near, PairsAboveTheBoundAreFoundWithTheirExactScore) {
  const std::string text = random_text(3, 2000);
  add("d1", text, "甲〔2023〕1号", "2023-01-02");
  add("d2", text.substr(0, 5800) + "改动了几个字", "甲〔2023〕2号");
  add("d3", random_text(4, 2000));
  add("d4", text.substr(0, 4000));
  const auto found = pairs();
  ASSERT_EQ(found.size(), 1U);
  const NearPair& pair = found.at("d1d2");
  EXPECT_GT(pair.overlap.score(), 0.9);
  EXPECT_TRUE(pair.two_documents);
  EXPECT_EQ(pair.overlap.score(), texts.compare("d2", "d1")->score());
}

TEST_F(Near, ShortTextsAreNotCompared) {
  const std::string text = random_text(5, 250);
  add("d1", text);
  add("d2", text);
  EXPECT_TRUE(pairs().empty());
  EXPECT_FALSE(texts.compare("d1", "d2"));
}

TEST_F(Near, ManyCopiesMeetOneOfThem) {
  const std::string text = random_text(6, 800);
  for (int i = 0; i < 300; ++i) {
    add("d" + std::to_string(1000 + i), text + "第" + std::to_string(1000 + i) + "份");
  }
  const auto found = pairs();
  EXPECT_GE(found.size(), 150U);
  EXPECT_LE(found.size(), 3000U) << "not all 44850";
  std::map<RecordId, int> times;
  for (const auto& [key, pair] : found) ++times[pair.one], ++times[pair.other];
  EXPECT_EQ(times.size(), 300U) << "each has a partner";
}

TEST(Settings, AreReadAndBounded) {
  EXPECT_EQ(read_settings(fake::profile_of("").section("relate")).near, 0.9);
  const Settings given =
      read_settings(fake::profile_of(R"(<relate near="0.8" shortest="50"/>)").section("relate"));
  EXPECT_EQ(given.near, 0.8);
  EXPECT_EQ(given.shortest, 50U);
  EXPECT_THROW(fake::profile_of(R"(<relate near="0.2"/>)"), Failure);
  EXPECT_THROW(fake::profile_of(R"(<relate far="0.9"/>)"), Failure);
}

// Two rules that one county copied from another's, with a few words changed.
TEST(Seeds, TheTwoRuleBooksAreNearDuplicates) {
  const char* shared = std::getenv("GUIDANG_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "GUIDANG_SHARED is not set";
  std::filesystem::path seed;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(shared) / "seeds")) {
    if (entry.path().filename().string().starts_with("000")) seed = entry.path();
  }
  std::ifstream in(seed);
  std::stringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  const std::size_t fourth = text.find("第四篇");
  const std::size_t fifth = text.find("第五篇");
  ASSERT_NE(fifth, std::string::npos);
  const Shingles one = shingles_of({text.substr(fourth, fifth - fourth)});
  // What the web page adds behind the text takes some of the score away, but not the pair.
  const std::size_t end = text.find("下载", fifth);
  EXPECT_NEAR(overlap_of(one, shingles_of({text.substr(fifth, end - fifth)})).score(), 0.993,
              0.003);
  EXPECT_GT(overlap_of(one, shingles_of({text.substr(fifth)})).score(), 0.9);
}

}  // namespace
}  // namespace guidang::relate
