// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/question.h"

#include <gtest/gtest.h>

#include "tests/unit/stages/appraise/papers.h"

namespace guidang {
namespace {

const Appraise& tutorial() {
  static const Appraise kStage{Profile::load(GUIDANG_SOURCE_DIR, "tutorial")};
  return kStage;
}

const Profile& provincial() {
  static const Profile kProfile = Profile::load(GUIDANG_SOURCE_DIR, "provincial-office");
  return kProfile;
}

Appraise with_answers(std::vector<appraise::LikeAnswer> answers) {
  return Appraise(provincial(), organs::load(provincial()),
                  std::make_shared<const appraise::Answers>(std::move(answers)));
}

const Paper kTobacco{kOut, "某省人民政府", "通知",
                     "某省人民政府关于认真做好2009年烟叶收购工作的通知"};

TEST(Questions, HoldTheItemWithASuggestionForEachAnswer) {
  Findings findings;
  const Appraisal appraisal = appraised(with_answers({}), item_of(kTobacco), findings);
  EXPECT_EQ(appraisal.period, "");
  EXPECT_EQ(appraisal.asks, std::vector<std::string>{"important"});
  EXPECT_EQ(appraisal.suggestion,
            "重要 → 永久（8.2; 第七条(三)(四)）；一般 → 30年（8.3; 第八条(一)(五)）");
  ASSERT_EQ(findings.list().size(), 1U);
  EXPECT_EQ(findings.list().front().code, "APR-103");
  EXPECT_EQ(findings.list().front().severity, Severity::hold);
  EXPECT_EQ(findings.list().front().place, "important");
}

appraise::LikeAnswer answer_for(const Appraise& stage, const Paper& paper,
                                const std::string& value) {
  const appraise::Question& question = *stage.table().question("important");
  const View item = item_of(paper);
  const auto like = appraise::like_key(question, stage.subject(item).like());
  return {.record = appraise::like_id("important", *like),
          .question = "important",
          .like = *like,
          .decision = {.value = value, .by = "张三", .date = "2024-03-01", .why = "年度例行"}};
}

TEST(Questions, AnswerHoldsForItsLike) {
  const Appraise asking = with_answers({});
  const Appraise stage = with_answers({answer_for(asking, kTobacco, "ordinary")});
  Paper next_year = kTobacco;
  next_year.title = "某省人民政府关于认真做好2010年烟叶收购工作的通知";
  for (const Paper& paper : {kTobacco, next_year}) {
    Findings findings;
    const Appraisal appraisal = appraised(stage, item_of(paper), findings);
    EXPECT_EQ(appraisal.period, "30年") << paper.title;
    EXPECT_EQ(appraisal.rule, "3.2");
    EXPECT_EQ(appraisal.citation, "8.3; 第八条(一)(五)；一般：张三 2024-03-01 (同类 its like)");
    EXPECT_TRUE(findings.empty());
  }
  Paper other = kTobacco;
  other.title = "某省人民政府关于加强道路安全工作的通知";
  Findings findings;
  EXPECT_EQ(appraised(stage, item_of(other), findings).asks.size(), 1U);
  EXPECT_NE(stage.settings(), asking.settings());
}

TEST(Questions, AnswerForOneItemGoesBefore) {
  const Appraise stage = with_answers({answer_for(with_answers({}), kTobacco, "ordinary")});
  Findings findings;
  const Appraisal appraisal = appraised(
      stage,
      item_of(kTobacco,
              {{"answer:important", {.value = "important", .by = "李四", .date = "2024-04-01"}}}),
      findings);
  EXPECT_EQ(appraisal.period, "永久");
  EXPECT_EQ(appraisal.citation, "8.2; 第七条(三)(四)；重要：李四 2024-04-01 (本件 this item)");
}

TEST(Questions, ValueThatTheTableHasNotIsNoAnswer) {
  Findings findings;
  const Appraisal appraisal = appraised(
      with_answers({answer_for(with_answers({}), kTobacco, "grave")}), item_of(kTobacco), findings);
  EXPECT_EQ(appraisal.asks.size(), 1U);
}

TEST(Explain, ShowsTheRowAndWhatMetIt) {
  const View item = item_of({kIn, kCity, "通知", "关于加强重要档案抢救工作的通知"});
  EXPECT_EQ(tutorial().explain(item),
            (std::vector<std::string>{
                "= 5.2 永久 一(五)2",
                "  上级关于本机关主管业务的重要文件 / important papers from above in our line",
                "  direction: received", "  creator: superior 青溪市人民政府办公室",
                "  title: 档案", "  title: 重要"}));
}

TEST(Explain, ShowsWhatIsMissingOrAsked) {
  const auto missing = tutorial().explain(item_of({kIn, "远方", "通知", "关于某事的通知"}));
  ASSERT_EQ(missing.size(), 3U);
  EXPECT_EQ(missing.back(), "  未知 not known: 来文单位 creator");
  const Appraise stage = with_answers({});
  const auto asked = stage.explain(item_of(kTobacco));
  ASSERT_EQ(asked.size(), 4U);
  EXPECT_TRUE(asked[2].starts_with("  important? ")) << asked[2];
}

}  // namespace
}  // namespace guidang
