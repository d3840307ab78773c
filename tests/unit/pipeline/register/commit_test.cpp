// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/commit.h"

#include "pipeline/failure.h"
#include "tests/unit/pipeline/register/register_fixture.h"

namespace guidang::test {
namespace {

using CommitTest = RegisterTest;

TEST_F(CommitTest, NothingHappensWithoutFinish) {
  const std::string before = dump(*register_);
  {
    Commit commit(*register_, "test");
    commit.put_document(document("d1"));
    EXPECT_TRUE(commit.changed());
  }
  EXPECT_EQ(dump(*register_), before);
}

TEST_F(CommitTest, WritingWhatHoldsLeavesNoTrace) {
  const auto change = [](Commit& commit) {
    commit.put_file({.key = "f1",
                     .batch = "2023",
                     .path = "a.txt",
                     .state = FileState::component,
                     .digest = "aa",
                     .size = 3,
                     .document = "d1"});
    commit.put_document(document("d1"));
    commit.put_fact("d1", kDescribe, titled("通知"));
    commit.set_findings("d1", "describe", {Finding{.code = "DSC-101", .found = "x"}});
  };
  write(change);
  const std::string before = dump(*register_);
  write(change);
  EXPECT_EQ(dump(*register_), before);
}

TEST_F(CommitTest, ANewerFactSupersedesAndTheOlderRowStays) {
  write([](Commit& commit) { commit.put_document(document("d1")); });
  write([](Commit& commit) { commit.put_fact("d1", kDescribe, titled("旧")); });
  write([](Commit& commit) { commit.put_fact("d1", kDescribe, titled("新")); });
  EXPECT_EQ(number("SELECT count(*) FROM fact WHERE kind = 3"), 2);
  const Known known = RecordReader(*register_).load("d1");
  EXPECT_EQ(std::get<Description>(*known.facts[3]).value("title"), "新");
}

TEST_F(CommitTest, EveryChangeIsChainedOverItsRows) {
  write([](Commit& commit) { commit.put_document(document("d1")); });
  const std::string first = register_->head();
  write([](Commit& commit) { commit.put_document(document("d2", "b.txt")); });
  EXPECT_NE(register_->head(), first);
  EXPECT_EQ(register_->broken_link(), 0);
  register_->database().execute("UPDATE event SET digest = 'forged' WHERE id = 1");
  EXPECT_EQ(register_->broken_link(), 2);
}

TEST_F(CommitTest, TheChainKnowsNoClockAndNoRun) {
  TempFolder other_folder;
  Register::create(other_folder / "r.sqlite");
  Register other(other_folder / "r.sqlite", sqlite::Database::Mode::read_write);
  {
    Commit commit(other, "test", "r00009", "2031-01-01T00:00:00Z");
    commit.put_document(document("d1"));
    commit.finish();
  }
  write([](Commit& commit) { commit.put_document(document("d1")); });
  EXPECT_EQ(register_->head(), other.head());
}

TEST_F(CommitTest, EqualBytesAreOneObjectWithACount) {
  write([](Commit& commit) {
    commit.put_file({.key = "f1", .path = "a", .state = FileState::component, .digest = "aa"});
    commit.put_file({.key = "f2", .path = "b", .state = FileState::component, .digest = "aa"});
  });
  EXPECT_EQ(number("SELECT refs FROM object WHERE digest = 'aa'"), 2);
}

TEST_F(CommitTest, AFileThatIsTakenInLaterChangesItsState) {
  write([](Commit& commit) {
    commit.put_file({.key = "f1", .path = "a", .state = FileState::refused, .code = "RCV-101"});
  });
  write([](Commit& commit) {
    commit.put_file({.key = "f1", .path = "a", .state = FileState::component, .digest = "aa"});
  });
  EXPECT_EQ(number("SELECT count(*) FROM file"), 1);
  EXPECT_EQ(number("SELECT refs FROM object WHERE digest = 'aa'"), 1);
}

TEST_F(CommitTest, FindingsAreEndedNotDeleted) {
  write([](Commit& commit) {
    commit.set_findings("d1", "check", {Finding{.code = "RTN-11", .severity = Severity::hold}});
  });
  write([](Commit& commit) { commit.set_findings("d1", "check", {}); });
  EXPECT_EQ(number("SELECT count(*) FROM finding"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM finding WHERE ended IS NULL"), 0);
}

TEST_F(CommitTest, AnItemWithoutItsFactLosesAllOthers) {
  write([](Commit& commit) {
    commit.put_document(document("d1"));
    commit.put_fact("i1", {"itemise", 1, ""}, Item{.main = "d1", .parts = {{.document = "d1"}}});
    commit.put_fact("i1", {"appraise", 1, ""}, Appraisal{.period = "永久"});
  });
  EXPECT_EQ(RecordReader(*register_).item_of("d1"), "i1");
  write([](Commit& commit) { commit.retract("i1", FactKind::item); });
  EXPECT_EQ(RecordReader(*register_).item_of("d1"), std::nullopt);
  EXPECT_EQ(number("SELECT count(*) FROM current WHERE record = 'i1'"), 0);
}

TEST_F(CommitTest, ASealedRecordAnswersWithAnAmendment) {
  write([](Commit& commit) {
    commit.put_document(document("d1"));
    commit.put_fact("d1", kDescribe, titled("封存的题名"));
    commit.pin("d1", 2023, 1);
  });
  const auto change = [](Commit& commit) {
    commit.put_fact("d1", kDescribe, titled("后来的题名"));
    commit.retract("d1", FactKind::description);
  };
  write(change);
  write(change);
  const Known known = RecordReader(*register_).load("d1");
  EXPECT_EQ(std::get<Description>(*known.facts[3]).value("title"), "封存的题名");
  ASSERT_EQ(known.findings.size(), 1U) << "the same proposal is made once";
  EXPECT_EQ(known.findings[0].code, "SEA-101");
  EXPECT_EQ(number("SELECT count(*) FROM fact WHERE amendment = 1"), 1);
}

TEST_F(CommitTest, TheHookStandsBeforeDurability) {
  register_->before_commit([](std::uint64_t) { throw std::runtime_error("stop"); });
  EXPECT_THROW(write([](Commit& commit) { commit.put_document(document("d1")); }),
               std::runtime_error);
  EXPECT_EQ(number("SELECT count(*) FROM record"), 0);
}

TEST(RegisterFormat, AnotherFormatIsRefusedByNumber) {
  TempFolder folder;
  Register::create(folder / "r.sqlite");
  sqlite::Database(folder / "r.sqlite", sqlite::Database::Mode::read_write)
      .execute("PRAGMA user_version = 9");
  try {
    Register opened(folder / "r.sqlite", sqlite::Database::Mode::read_only);
    FAIL() << "format 9 was accepted";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(),
                ::testing::HasSubstr("has register format 9, this program reads format 1"));
    EXPECT_THAT(failure.advice(), ::testing::HasSubstr("use the newer guidang that wrote it"));
  }
}

}  // namespace
}  // namespace guidang::test
