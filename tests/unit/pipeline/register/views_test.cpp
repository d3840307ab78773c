// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/views.h"

#include "tests/unit/pipeline/register/register_fixture.h"

namespace guidang::test {
namespace {

constexpr std::array<std::string_view, 1> kTitleOnly{"title"};
constexpr std::array kReadsTitle{Read{FactKind::description, false, kTitleOnly}};
constexpr std::array<std::string_view, 2> kDecides{"title", "waive:"};
constexpr StageInfo kStage{
    .name = "test", .reads = kReadsTitle, .writes = FactKind::appraisal, .decisions = kDecides};

class ViewsTest : public RegisterTest {
 protected:
  ViewsTest() {
    write([](Commit& commit) {
      commit.put_document(document("d1"));
      Description description = titled("通知");
      description.fields["date"] = Field{.values = {"2023-01-01"}, .source = "1:9"};
      commit.put_fact("d1", kDescribe, description);
    });
  }
  std::string print_of(const std::string& settings = "s") {
    return fingerprint(RecordReader(*register_).load("d1"), kStage, settings);
  }
};

TEST_F(ViewsTest, AStageSeesOnlyTheFieldsItDeclared) {
  const View view = narrow(RecordReader(*register_).load("d1"), kStage, {});
  ASSERT_NE(view.find<Description>(), nullptr);
  EXPECT_EQ(view.get<Description>().value("title"), "通知");
  EXPECT_EQ(view.get<Description>().find("date"), nullptr);
  EXPECT_EQ(view.find<Origin>(), nullptr);
}

TEST_F(ViewsTest, TheFingerprintChangesWithWhatIsReadAndNothingElse) {
  const std::string before = print_of();
  write([](Commit& commit) {
    Description description = titled("通知");
    description.fields["date"] = Field{.values = {"2024-12-31"}, .source = "1:9"};
    commit.put_fact("d1", kDescribe, description);
  });
  EXPECT_EQ(print_of(), before) << "the date is not declared";
  EXPECT_NE(print_of("other settings"), before);
  write([](Commit& commit) { commit.put_fact("d1", kDescribe, titled("通报")); });
  EXPECT_NE(print_of(), before);
}

TEST_F(ViewsTest, DecisionsLieOverFactsAndEnterTheFingerprint) {
  const std::string before = print_of();
  write([](Commit& commit) {
    commit.put_decision("d1", "title", {.value = "改定的题名", .by = "甲", .why = "原题不全"});
  });
  EXPECT_NE(print_of(), before);
  const View view = narrow(RecordReader(*register_).load("d1"), kStage, {});
  const Field* field = view.get<Description>().find("title");
  EXPECT_EQ(field->values.front(), "改定的题名");
  EXPECT_EQ(field->source, "person");
  write([](Commit& commit) {
    commit.put_decision("d1", "title", {.value = "", .by = "甲", .why = "撤销"});
  });
  EXPECT_EQ(print_of(), before) << "an empty value takes the decision back";
}

TEST_F(ViewsTest, OnlyChangedRecordsAreSeenAfterAMark) {
  RecordReader records(*register_);
  EXPECT_EQ(records.changed_since_mark(kStage, "s").size(), 1U) << "no mark: all of them";
  write([&](Commit& commit) {
    commit.set_mark(kStage.name, mark_settings(kStage, "s"), commit.id() - 1);
  });
  EXPECT_TRUE(records.changed_since_mark(kStage, "s").empty());
  EXPECT_EQ(records.changed_since_mark(kStage, "t").size(), 1U) << "other settings void the mark";
  write([](Commit& commit) { commit.put_document(document("d2", "b.txt")); });
  EXPECT_TRUE(records.changed_since_mark(kStage, "s").empty()) << "it has no description yet";
  write([](Commit& commit) { commit.put_fact("d2", kDescribe, titled("函")); });
  EXPECT_THAT(records.changed_since_mark(kStage, "s"), ::testing::ElementsAre("d2"));
  write([](Commit& commit) {
    commit.put_decision("d1", "title", {.value = "改", .by = "甲", .why = "乙"});
  });
  EXPECT_THAT(records.changed_since_mark(kStage, "s"), ::testing::ElementsAre("d1", "d2"));
}

TEST_F(ViewsTest, WhatIsDecidedAfterTheSealDoesNotChangeTheSealedRecord) {
  write([](Commit& commit) {
    commit.put_decision("d1", "title", {.value = "封存前改定", .by = "甲", .why = "乙"});
  });
  write([](Commit& commit) {
    commit.put_seal({.year = 2023, .edition = 1, .by = "甲", .checked_by = "乙"});
    commit.pin("d1", 2023, 1);
  });
  write([](Commit& commit) {
    commit.put_decision("d1", "title", {.value = "封存后想改", .by = "甲", .why = "乙"});
  });
  const Known known = RecordReader(*register_).load("d1");
  EXPECT_EQ(std::get<Description>(*known.facts[3]).value("title"), "封存前改定");
}

TEST_F(ViewsTest, WhoMaySeeASealedRecordIsDecidedAtOnce) {
  write([](Commit& commit) {
    commit.put_fact("d1", kDescribe, Appraisal{.period = "永久"});
    commit.put_decision("d1", "opening", {.value = "open", .by = "甲", .why = "乙"});
    commit.put_seal({.year = 2023, .edition = 1, .by = "甲", .checked_by = "乙"});
    commit.pin("d1", 2023, 1);
  });
  const auto decide = [&](const char* field, const char* value) {
    write([&](Commit& commit) {
      commit.put_decision("d1", field, {.value = value, .by = "甲", .why = "乙"});
    });
  };
  const auto appraisal = [&] {
    const Known known = RecordReader(*register_).load("d1");
    return std::get<Appraisal>(*known.facts[static_cast<std::size_t>(FactKind::appraisal)]);
  };
  EXPECT_EQ(appraisal().opening, "open");
  decide("opening", "controlled");
  decide("control", "rights");
  decide("period", "10年");
  EXPECT_EQ(appraisal().opening, "controlled");
  EXPECT_EQ(appraisal().control, "rights");
  EXPECT_EQ(appraisal().period, "永久") << "proposed only";
  decide("opening", "");
  EXPECT_EQ(appraisal().opening, "");
  const Decisions proposals = RecordReader(*register_).proposals("d1");
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(proposals.begin()->first, "period");
}

TEST_F(ViewsTest, AnItemBringsItsDocumentsAndTheirFindings) {
  write([](Commit& commit) {
    commit.put_fact("i1", {"itemise", 1, ""}, Item{.main = "d1", .parts = {{.document = "d1"}}});
    commit.set_findings("d1", "describe", {Finding{.code = "DSC-101"}});
    commit.set_findings("i1", "check", {Finding{.code = "RTN-11"}});
    commit.put_decision("d1", "withdraw", {.value = "yes", .by = "甲", .why = "乙"});
  });
  const Known item = RecordReader(*register_).load("i1");
  ASSERT_EQ(item.parts.size(), 1U);
  EXPECT_EQ(item.findings.size(), 2U);
  EXPECT_TRUE(item.decisions.contains("withdraw")) << "the main document's decisions hold for it";
}

}  // namespace
}  // namespace guidang::test
