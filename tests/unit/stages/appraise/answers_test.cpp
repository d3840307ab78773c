// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/answers.h"

#include <gtest/gtest.h>

#include "tests/unit/stages/office.h"

namespace guidang::appraise {
namespace {

void put(Register& registry, const RecordId& record, const std::string& field,
         const std::string& value) {
  Commit commit(registry, "decision");
  commit.put_decision(record, field,
                      {.value = value, .by = "张三", .date = "2024-03-01", .why = "例行"});
  commit.finish();
}

void answer(Register& registry, const std::string& like, const std::string& value) {
  put(registry, like_id("important", like), answer_field("important", like), value);
}

TEST(Answers, AreTheNewestOfEachLike) {
  fake::Office office;
  answer(office.registry(), "creator=甲:乙;matter=防汛", "important");
  answer(office.registry(), "creator=甲:乙;matter=防汛", "ordinary");
  answer(office.registry(), "creator=丙;matter=造林", "important");
  const Answers answers = Answers::load(office.registry());
  ASSERT_EQ(answers.list().size(), 2U);
  EXPECT_EQ(answers.find("important", "creator=甲:乙;matter=防汛")->value, "ordinary");
  EXPECT_EQ(answers.find("important", "creator=丙;matter=造林")->by, "张三");
  EXPECT_EQ(answers.find("important", "creator=丁;matter=造林"), nullptr);
  EXPECT_EQ(answers.find("lead", "creator=丙;matter=造林"), nullptr);
}

TEST(Answers, CanBeTakenBack) {
  fake::Office office;
  EXPECT_EQ(Answers::load(office.registry()).digest(), "");
  answer(office.registry(), "creator=甲", "important");
  EXPECT_NE(Answers::load(office.registry()).digest(), "");
  answer(office.registry(), "creator=甲", "");
  EXPECT_TRUE(Answers::load(office.registry()).list().empty());
  EXPECT_EQ(Answers::load(office.registry()).digest(), "");
}

TEST(Answers, OfOneItemStayApart) {
  fake::Office office;
  const RecordId item = office.add("d1", "2023-01-01");
  put(office.registry(), item, answer_field("important"), "important");
  EXPECT_TRUE(Answers::load(office.registry()).list().empty());
  const auto of_items = answers_of_items(office.registry());
  ASSERT_EQ(of_items.size(), 1U);
  EXPECT_EQ(of_items.front().record, item);
  EXPECT_EQ(of_items.front().question, "important");
}

TEST(Answers, DigestFollowsWhoSaidWhat) {
  const auto one = [](const std::string& by) {
    return Answers({{.record = "q1",
                     .question = "important",
                     .like = "a",
                     .decision = {.value = "important", .by = by}}});
  };
  EXPECT_EQ(one("甲").digest(), one("甲").digest());
  EXPECT_NE(one("甲").digest(), one("乙").digest());
}

}  // namespace
}  // namespace guidang::appraise
