// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/card.h"

#include <gtest/gtest.h>

#include "index/explain.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

IndexRecord coded(std::string key, std::string code, std::string retention, int year) {
  IndexRecord record = open_record(std::move(key), "关于防汛值班的通知", "值班");
  record.code = std::move(code);
  record.retention = std::move(retention);
  record.year = year;
  return record;
}

class Cards : public ::testing::Test {
 protected:
  void make(const std::vector<IndexRecord>& records, std::vector<Access> classes = {Access::open}) {
    build(folder_ / "index", records);
    reader_ = std::make_unique<Reader>(folder_ / "index", classes);
    readers_ = {reader_.get()};
  }
  [[nodiscard]] std::string around(std::string_view record) const {
    const Neighbours found = neighbours(readers_, 0, record);
    return (found.before ? found.before->record : "-") + " " +
           (found.after ? found.after->record : "-");
  }

  TestFolder folder_{};
  std::unique_ptr<Reader> reader_{};
  std::vector<const Reader*> readers_{};
};

TEST_F(Cards, ShowPagesWithTheirMarks) {
  IndexRecord record = open_record("a", "防汛通知", "");
  record.pages = {"落实防汛", "责任。防", "", "汛期值班"};
  make({record});
  const Query query = parsed("防汛");
  const auto card = find_record(readers_, 0, "a", &query);
  ASSERT_TRUE(card);
  EXPECT_EQ(card->pages, record.pages);
  EXPECT_EQ(card->shown.title_marks, (std::vector<ByteRange>{{0, 6}}));
  ASSERT_EQ(card->marks.size(), 4U);
  EXPECT_EQ(card->marks[0], (std::vector<ByteRange>{{6, 12}}));
  // A word that runs over page ends is marked on both.
  EXPECT_EQ(card->marks[1], (std::vector<ByteRange>{{9, 12}}));
  EXPECT_TRUE(card->marks[2].empty());
  EXPECT_EQ(card->marks[3], (std::vector<ByteRange>{{0, 3}}));
  EXPECT_TRUE(find_record(readers_, 0, "a")->marks[0].empty());
}

TEST_F(Cards, MarkPiecesOfARecordThatHoldsOnlyAPart) {
  make({open_record("a", "防汛值班", "各地防汛值班安排")});
  const Query query = parsed("防汛值班的补助标准");
  const auto card = find_record(readers_, 0, "a", &query);
  ASSERT_TRUE(card);
  EXPECT_EQ(card->marks[0], (std::vector<ByteRange>{{6, 18}}));
}

TEST_F(Cards, AreNotThereForAClassThatIsNotOpened) {
  IndexRecord closed = coded("b", "X1-WS·2023-Y-2", "永久", 2023);
  closed.access = Access::staff;
  make({coded("a", "X1-WS·2023-Y-1", "永久", 2023), closed,
        coded("c", "X1-WS·2023-Y-3", "永久", 2023)});
  EXPECT_FALSE(find_record(readers_, 0, "b"));
  EXPECT_TRUE(find_code(readers_, "X1-WS·2023-Y-2").empty());
  EXPECT_EQ(around("a"), "- c");
  EXPECT_EQ(around("b"), "- -");
  EXPECT_FALSE(find_record(readers_, 1, "a"));
  EXPECT_FALSE(find_record(readers_, 0, ""));
}

TEST_F(Cards, AreFoundByTheirCodeAlone) {
  IndexRecord renumbered = coded("c", "X1-WS·2023-D30-9", "30年", 2023);
  renumbered.former_codes = {"X1-WS·2023-Y-1", "X1-WS·2023-Y-7"};
  make({coded("a", "X1-WS·2023-Y-1", "永久", 2023), coded("b", "X1-WS·2023-Y-12", "永久", 2023),
        renumbered});
  const auto keys_of = [&](std::string_view code) {
    std::string keys;
    for (const Found& found : find_code(readers_, code)) keys += found.record;
    return keys;
  };
  EXPECT_EQ(keys_of("X1-WS·2023-Y-1"), "a");
  EXPECT_EQ(keys_of("X1-WS·2023-Y-12"), "b");
  EXPECT_EQ(keys_of("X1-WS·2023-Y-7"), "c") << "a former code counts when nothing has it now";
  EXPECT_EQ(keys_of("X1-WS·2023-Y"), "");
  EXPECT_EQ(keys_of("2023"), "");
  EXPECT_EQ(keys_of("·"), "");
}

TEST_F(Cards, HaveNeighboursOfTheirYearAndPeriod) {
  make({coded("r9", "X1-WS·2023-Y-9", "永久", 2023), coded("r10", "X1-WS·2023-Y-10", "永久", 2023),
        coded("r2", "X1-WS·2023-Y-2", "永久", 2023), coded("d1", "X1-WS·2023-D30-3", "30年", 2023),
        coded("y1", "X1-WS·2022-Y-3", "永久", 2022), coded("none", "", "永久", 2023)});
  EXPECT_EQ(around("r2"), "- r9");
  EXPECT_EQ(around("r9"), "r2 r10");
  EXPECT_EQ(around("r10"), "r9 -");
  EXPECT_EQ(around("d1"), "- -");
  EXPECT_EQ(around("none"), "- -");
}

TEST_F(Cards, HaveNeighboursInTheirVolume) {
  std::vector<IndexRecord> records;
  for (const char* key : {"a", "b", "c", "d"}) {
    records.push_back(coded(key, std::string("X1·4·12-") + key, "永久", 2020 + key[0] % 2));
    records.back().volume = *key == 'c' ? "X1·4·12·1" : "X1·4·12";
  }
  make(records);
  EXPECT_EQ(around("a"), "- b");
  EXPECT_EQ(around("b"), "a d");
  EXPECT_EQ(around("c"), "- -");
}

TEST_F(Cards, HaveOthersLikeThem) {
  make({open_record("a", "防汛值班安排", "水库防汛值班由水利局负责，汛期不得离岗"),
        open_record("b", "水库汛期值班", "水利局防汛值班表，水库汛期不得离岗"),
        open_record("copy", "防汛值班安排", "水库防汛值班由水利局负责，汛期不得离岗"),
        open_record("c", "学校招生", "幼儿园招生简章，学校报名办法"),
        open_record("d", "学校报名", "学校招生报名须知，幼儿园另行通知"),
        open_record("e", "会议纪要", "研究学校招生和预算编制的有关事项"),
        open_record("f", "预算编制", "预算编制和决算公开的有关事项")});
  std::string like;
  for (const Hit& hit : similar(readers_, 0, "a")) like += hit.record + " ";
  EXPECT_EQ(like, "b ");
  EXPECT_EQ(similar(readers_, 0, "c").front().record, "d");
  EXPECT_TRUE(similar(readers_, 0, "nothing").empty());
}

TEST_F(Cards, ScoresAreTheSumOfTheirParts) {
  make({open_record("a", "防汛值班安排", "水库防汛值班"), open_record("b", "学校招生", "学校值班"),
        open_record("c", "会议", "研究防汛")});
  for (const std::string_view text :
       {"防汛值班", "值班 OR 会议", "题名:学校 值班 -研究", "学校值班的补助标准是多少"}) {
    const Query query = parsed(text);
    const SearchOptions options;
    const Results results = search(readers_, query, options);
    ASSERT_FALSE(results.hits.empty()) << text;
    for (const Hit& hit : results.hits) {
      double sum = 0;
      for (const Contribution& one : explain_score(readers_, query, options, hit)) {
        EXPECT_GT(one.score, 0);
        sum += one.score;
      }
      EXPECT_NEAR(sum, hit.score, 0.001) << text;
    }
  }
}

TEST_F(Cards, WordsOfFieldsAreMarkedThere) {
  IndexRecord record = open_record("a", "防汛通知", "防汛值班");
  record.document_number = "青汛电〔2023〕第060号";
  record.creator = "青石县防汛办";
  record.recipients = {"各乡镇人民政府", "县直各单位"};
  record.cc = {"县委办"};
  make({record});
  const auto first = [&](std::string_view text) {
    return search(readers_, parsed(text)).hits.at(0);
  };
  EXPECT_EQ(first("题名:防汛").title_marks.size(), 1U);
  EXPECT_TRUE(first("题名:防汛").snippet.marks.empty());
  EXPECT_TRUE(first("题名:防汛").creator_marks.empty());
  EXPECT_EQ(first("机关:防汛").creator_marks, (std::vector<ByteRange>{{9, 15}}));
  EXPECT_EQ(first("青汛电202360号").number_marks.size(), 1U);
  EXPECT_EQ(first("文号:青汛电(2023)60").number_marks.size(), 1U);
  const Hit sent = first("县直");
  ASSERT_EQ(sent.elsewhere.size(), 1U);
  EXPECT_EQ(sent.elsewhere[0].field, Field::recipients);
  EXPECT_EQ(sent.elsewhere[0].text, "县直各单位");
  EXPECT_EQ(sent.elsewhere[0].marks, (std::vector<ByteRange>{{0, 6}}));
  EXPECT_TRUE(first("防汛").elsewhere.empty());
}

}  // namespace
}  // namespace guidang::index
