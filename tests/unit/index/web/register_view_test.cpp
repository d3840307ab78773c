// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/register_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/unit/pipeline/register/register_fixture.h"

namespace guidang::web {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// An opened reply with its handling slip and draft, and the request that it answers.
class RegisterViewTest : public test::RegisterTest {
 protected:
  RegisterViewTest() : profile_(Profile::load(GUIDANG_SOURCE_DIR, "tutorial")) {
    write([&](Commit& commit) {
      put(commit, "d1", "收文/批复.txt", Role::main, "关于试点的批复");
      put(commit, "d2", "收文/处理单.txt", Role::main, "处理单");
      put(commit, "d3", "收文/底稿.txt", Role::main, "底稿");
      put(commit, "d4", "发文/请示.txt", Role::main, "关于试点的请示");
      put(commit, "d5", "发文/密.txt", Role::main, "不开放的函");
      commit.put_fact("d1", test::kDescribe,
                      Relations{{{.kind = "replies_to", .other = "d4", .evidence = "收悉"},
                                 {.kind = "cites", .other = "d5", .evidence = "引用"}}});
      commit.put_fact("d2", test::kDescribe,
                      Relations{{{.kind = "cites", .other = "d4", .evidence = "拟办：参照请示"}}});
      commit.put_fact(
          "i1", test::kDescribe,
          Item{.main = "d1",
               .parts = {{"d2", Role::handling_slip}, {"d1", Role::main}, {"d3", Role::draft}}});
      commit.put_fact("i4", test::kDescribe, Item{.main = "d4", .parts = {{"d4", Role::main}}});
      commit.put_fact("i5", test::kDescribe, Item{.main = "d5", .parts = {{"d5", Role::main}}});
      commit.put_fact("i1", test::kDescribe, Checks{});
      commit.put_fact("i1", test::kDescribe, FilingYear{.year = 2023});
      commit.put_fact("i1", test::kDescribe, code(false));
      open("open", commit);
    });
    visible_ = {"i1", "i4"};
  }

  static ArchivalCode code(bool provisional) {
    return {.text = "X1-WS·2023-D10-0001", .series = "X1", .number = 1, .provisional = provisional};
  }
  void open(const std::string& opening, Commit& commit) {
    commit.put_fact("i1", test::kDescribe,
                    Appraisal{.period = "10年", .code = "D10", .rule = "8.1", .opening = opening});
  }
  void put(Commit& commit, const RecordId& id, const std::string& place, Role role,
           const std::string& title) {
    ReceivedDocument received = test::document(id, place);
    received.components.list = {
        {.role = role, .digest = std::string(64, id.back()), .size = 10, .name = place}};
    commit.put_document(received);
    Description description = test::titled(title);
    description.fields["handling"] =
        Field{.values = {"已阅"}, .source = "ledger", .confidence = 0.8};
    description.fields["title"].rivals = {{.values = {"另一题名"}, .source = "ledger"}};
    commit.put_fact(id, test::kDescribe, description);
  }
  std::optional<RegisterView> ask(bool staff, const RecordId& item = "i1") {
    return read_register(*register_, profile_, item,
                         {.staff = staff, .visible = [&](const RecordId& id) {
                            return visible_.contains(id) ? std::optional(index::Hit{.record = id})
                                                         : std::nullopt;
                          }});
  }
  static std::vector<std::string> names(const RegisterView& view) {
    std::vector<std::string> names;
    for (const FileView& file : view.files) names.push_back(file.name);
    return names;
  }
  static std::vector<std::string> ties(const RegisterView& view) {
    std::vector<std::string> ties;
    for (const RelationView& tie : view.relations)
      ties.push_back(tie.kind + " " + tie.other.record);
    return ties;
  }

  Profile profile_;
  std::set<RecordId> visible_;
};

TEST_F(RegisterViewTest, GivesStrangersThePublicPartsOnly) {
  const auto view = ask(false);
  ASSERT_TRUE(view);
  EXPECT_THAT(names(*view), ElementsAre("批复.txt"));
  EXPECT_EQ(view->files[0].number, 2U);
  EXPECT_TRUE(view->files[0].path.empty());
  EXPECT_THAT(ties(*view), ElementsAre("replies_to i4"));
  ASSERT_EQ(view->fields.size(), 1U);
  EXPECT_EQ(view->fields[0].info->name, "title");
  EXPECT_THAT(view->fields[0].rivals, IsEmpty());
  EXPECT_FALSE(view->fields[0].confidence);
  EXPECT_FALSE(view->verdict);
  EXPECT_THAT(view->history, IsEmpty());
}

TEST_F(RegisterViewTest, GivesTheStaffAllOfIt) {
  const auto view = ask(true);
  ASSERT_TRUE(view);
  EXPECT_THAT(names(*view), ElementsAre("处理单.txt", "批复.txt", "底稿.txt"));
  EXPECT_THAT(ties(*view), ElementsAre("cites i4", "replies_to i4"));
  EXPECT_EQ(view->fields.size(), 2U);
  EXPECT_EQ(view->fields[0].rivals.size(), 1U);
  EXPECT_EQ(view->verdict, Verdict::accepted);
  EXPECT_EQ(view->history.size(), 3U);
  EXPECT_EQ(view->retention.ends, "2033-12-31");
}

TEST_F(RegisterViewTest, TellsStrangersNothingOfWhatIsOpenNoLonger) {
  write([&](Commit& commit) { open("controlled", commit); });
  EXPECT_FALSE(ask(false));
  EXPECT_TRUE(ask(true));
}

TEST_F(RegisterViewTest, TellsStrangersNothingOfProvisionalNumbers) {
  write([&](Commit& commit) { commit.put_fact("i1", test::kDescribe, code(true)); });
  EXPECT_FALSE(ask(false));
}

TEST_F(RegisterViewTest, TellsStrangersNothingOfWhatWasWithdrawn) {
  write([&](Commit& commit) {
    commit.put_decision("i1", "withdraw", {"yes", "张三", "2024-02-01", "误收"});
  });
  EXPECT_FALSE(ask(false));
}

TEST_F(RegisterViewTest, KnowsNoOtherItem) { EXPECT_FALSE(ask(true, "i9")); }

TEST_F(RegisterViewTest, TellsTheStaffWhatWasSupersededAndWhy) {
  write([&](Commit& commit) {
    commit.put_fact("d1", test::kDescribe, test::titled("关于试点工作的批复"));
    commit.put_decision("i1", "period", {"30年", "张三", "2024-02-01", "案情重要"});
  });
  const auto view = ask(true);
  ASSERT_TRUE(view);
  bool title = false;
  bool decision = false;
  for (const HistoryEntry& entry : view->history) {
    title = title || (entry.kind == "fact" && entry.field == "title" &&
                      entry.before == "关于试点的批复" && entry.value == "关于试点工作的批复");
    decision = decision || (entry.kind == "decision" && entry.field == "period" &&
                            entry.by == "张三" && entry.why == "案情重要");
  }
  EXPECT_TRUE(title);
  EXPECT_TRUE(decision);
}

}  // namespace
}  // namespace guidang::web
