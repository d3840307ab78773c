// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/runner/runner.h"

#include "pipeline/register/commit.h"
#include "pipeline/register/views.h"
#include "tests/support/register_dump.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/pipeline/runner/toy_stages.h"

namespace guidang::test {
namespace {

class NoReader : public Reader {
 public:
  Extraction read(int, std::string_view) override { return {}; }
  int revision_of(std::string_view) const override { return 0; }
};

class Quiet : public Progress {
 public:
  void begin(std::string_view stage, std::uint64_t total) override {
    EXPECT_TRUE(ended_) << stage << " began before the last ended";
    ended_ = false;
    total_ = total;
    done_ = 0;
  }
  void advance(std::uint64_t done) override {
    EXPECT_GE(done, done_) << "progress fell";
    EXPECT_LE(done, total_);
    done_ = done;
  }
  void end(std::uint64_t, bool) override { ended_ = true; }
  bool ended_ = true;

 private:
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
};

/// A home and the toy pipeline over `count` documents.
class Workshop {
 public:
  explicit Workshop(const std::filesystem::path& root, int count = 300,
                    const std::string& settings = "1")
      : root_(root), count_(count), settings_(settings) {
    if (!std::filesystem::exists(root)) {
      Home::init(root, {.code = "X043", .name = "云溪县人民政府办公室", .profile = "national"});
    }
    home_ = std::make_unique<Home>(root, Home::Mode::write);
  }

  RunReport run(unsigned jobs = 1, std::stop_token stop = {}, std::size_t slice = 16) {
    Pipeline pipeline(std::make_unique<ToyIntake>(count_));
    pipeline.then(std::make_unique<ToyDescribe>(describe_runs, settings_))
        .then(std::make_unique<ToyItemise>(itemise_runs))
        .then(std::make_unique<ToyAppraise>());
    NoReader reader;
    Quiet progress;
    return Runner(*home_, pipeline, reader, progress, std::move(stop))
        .run({.batches = {Batch{.root = root_}},
              .jobs = jobs,
              .as_of = "2024-01-01",
              .started = "now",
              .slice = slice});
  }
  Home& home() { return *home_; }
  std::string state() { return dump(home_->registry()); }

  std::atomic<int> describe_runs = 0;
  std::atomic<int> itemise_runs = 0;

 private:
  std::filesystem::path root_;
  int count_;
  std::string settings_;
  std::unique_ptr<Home> home_;
};

TEST(Runner, EndsWithBothAccountsBalanced) {
  TempFolder folder;
  const RunReport report = Workshop(folder / "home").run();
  EXPECT_TRUE(report.run_account.balanced());
  EXPECT_EQ(report.run_account.seen, 300U);
  EXPECT_EQ(report.run_account.in, 300U);
  EXPECT_EQ(report.run_account.count(Verdict::held), 300U) << "no year stage: incomplete";
}

TEST(Runner, TheResultDoesNotDependOnThreads) {
  TempFolder folder;
  Workshop one(folder / "one");
  Workshop four(folder / "four");
  one.run(1);
  four.run(4);
  EXPECT_EQ(one.state(), four.state());
}

TEST(Runner, ASecondRunHasNothingToDo) {
  TempFolder folder;
  Workshop workshop(folder / "home");
  workshop.run();
  const std::string state = workshop.state();
  const int described = workshop.describe_runs;
  const RunReport again = workshop.run();
  EXPECT_EQ(workshop.state(), state);
  EXPECT_EQ(workshop.describe_runs, described);
  EXPECT_EQ(workshop.itemise_runs, 1);
  EXPECT_TRUE(again.run_account.balanced());
  EXPECT_FALSE(std::filesystem::exists(workshop.home().runs() / again.run / "register.sqlite"))
      << "nothing changed: no new backup";
}

TEST(Runner, OnlyWhatChangedIsDoneAgain) {
  TempFolder folder;
  Workshop workshop(folder / "home");
  workshop.run();
  const int described = workshop.describe_runs;
  Commit commit(workshop.home().registry(), "decision");
  commit.put_decision("d0003", "title", {.value = "改定", .by = "甲", .why = "乙"});
  commit.finish();
  workshop.run();
  EXPECT_EQ(workshop.describe_runs, described) << "describe does not look at decisions";
  RecordReader records(workshop.home().registry());
  const Known item = records.load("i0003");
  EXPECT_EQ(std::get<Appraisal>(*item.facts[7]).rule, "改定") << "what reads the title does";
}

TEST(Runner, OtherSettingsMakeAStageLookAgain) {
  TempFolder folder;
  Workshop(folder / "home", 40, "1").run();
  Workshop changed(folder / "home", 40, "2");
  changed.run();
  EXPECT_EQ(changed.describe_runs, 40);
  const Known item = RecordReader(changed.home().registry()).load("i0003");
  EXPECT_EQ(std::get<Appraisal>(*item.facts[7]).rule, "题名00032");
}

/// Stops before commit k, for every k, by an exception where a crash would be.
TEST(Runner, InterruptedBeforeAnyCommitItEndsInTheSameState) {
  TempFolder folder;
  Workshop uncut(folder / "uncut", 60);
  std::uint64_t commits = 0;
  uncut.home().registry().before_commit([&](std::uint64_t number) { commits = number; });
  uncut.run();
  const std::string state = uncut.state();
  ASSERT_GT(commits, 10U);
  for (std::uint64_t stop = 1; stop <= commits; ++stop) {
    const auto root = folder / ("cut" + std::to_string(stop));
    struct Crash {};
    {
      Workshop cut(root, 60);
      cut.home().registry().before_commit([&](std::uint64_t number) {
        if (number == stop) throw Crash{};
      });
      EXPECT_THROW(cut.run(2), Crash);
    }
    Workshop again(root, 60);
    again.run(2);
    EXPECT_EQ(again.state(), state) << "stopped before commit " << stop;
    std::filesystem::remove_all(root);
  }
}

TEST(Runner, AskedToStopItThrowsAndGoesOnLater) {
  TempFolder folder;
  Workshop uncut(folder / "uncut", 60);
  uncut.run();
  Workshop cut(folder / "cut", 60);
  std::stop_source source;
  cut.home().registry().before_commit([&](std::uint64_t number) {
    if (number == 5) source.request_stop();
  });
  EXPECT_THROW(cut.run(1, source.get_token()), Interrupted);
  cut.run();
  EXPECT_EQ(cut.state(), uncut.state());
}

TEST(Runner, ATrialLeavesTheHomeAsItWas) {
  TempFolder folder;
  {
    Workshop workshop(folder / "home", 20);
    workshop.run();
  }
  Home home(folder / "home", Home::Mode::write);
  const std::string state = dump(home.registry());
  const auto rehearsal = home.rehearsal(folder / "trial");
  Commit commit(rehearsal->registry(), "test");
  commit.put_document(ReceivedDocument{.id = "d9999"});
  commit.finish();
  EXPECT_EQ(dump(home.registry()), state);
}

}  // namespace
}  // namespace guidang::test
