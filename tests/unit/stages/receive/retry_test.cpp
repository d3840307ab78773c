// SPDX-License-Identifier: GPL-3.0-or-later
// Files that fail, in a home: kept apart with the reason, not tried twice, taken in when they read.
#include <gtest/gtest.h>

#include <algorithm>
#include <stop_token>

#include "pipeline/home/home.h"
#include "pipeline/home/quarantine.h"
#include "pipeline/runner/runner.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/stages/receive/fakes.h"

namespace guidang::receive::test {
namespace {

constexpr std::string_view kDies = "helper was killed: out of memory";

/// A reader whose helper dies over files that begin with `DEADLY`, until it is mended.
class MortalReader : public FakeReader {
 public:
  Extraction read(int fd, std::string_view name) override {
    Extraction out = FakeReader::read(fd, name);
    const bool deadly = !out.pages.empty() && out.pages.front().starts_with("DEADLY");
    if (!deadly) return out;
    ++deaths;
    if (mended) return out;
    return {.state = TextState::failed,
            .format = "docx",
            .reader = "fake",
            .revision = revision,
            .reason = std::string{kDies}};
  }
  int deaths = 0;
  bool mended = false;
};

class Silent : public Progress {
 public:
  void begin(std::string_view, std::uint64_t) override {}
  void advance(std::uint64_t) override {}
  void end(std::uint64_t, bool) override {}
};

class Retry : public testing::Test {
 protected:
  Retry() {
    Home::init(folder_ / "home", {.code = "J001", .name = "某办公室", .profile = "national"});
    home_ = std::make_unique<Home>(folder_ / "home", Home::Mode::write);
    batch_.add("坏.docx", "DEADLY 但有标题").add("好.txt", "关于开会的通知");
  }

  Account run() {
    const Pipeline pipeline(std::make_unique<Receive>(national_settings(), kSchemas));
    Silent progress;
    return Runner(*home_, pipeline, reader_, progress, std::stop_token{})
        .run({.batches = {batch_.batch()}, .until = "receive"})
        .run_account;
  }
  static std::uint64_t of(const Account& account, FileState state) {
    return account.files[static_cast<std::size_t>(state)];
  }

  ::guidang::test::TempFolder folder_;
  TempBatch batch_;
  MortalReader reader_;
  std::unique_ptr<Home> home_;
};

TEST_F(Retry, TheFileOfADeadHelperIsQuarantinedAndTheBatchGoesOn) {
  batch_.add("batch.xml", kDeclaration);
  const Account account = run();
  EXPECT_EQ(of(account, FileState::component), 1U);
  EXPECT_EQ(of(account, FileState::quarantined), 1U);
  const auto waiting = quarantined(home_->registry());
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].path, "坏.docx");
  EXPECT_EQ(waiting[0].code, "RCV-114");
  EXPECT_TRUE(open_quarantined(home_->quarantine(), waiting[0].digest));
  const auto reason = home_->quarantine() / (waiting[0].digest.substr(0, 16) + ".txt");
  EXPECT_NE(files::read_file(reason, 4096).find(kDies), std::string::npos);
}

TEST_F(Retry, AnUnchangedFailureIsNotTriedTwice) {
  for (const bool declared : {false, true}) {
    if (declared) batch_.add("batch.xml", kDeclaration);
    run();
    const int deaths = reader_.deaths;
    run();
    EXPECT_EQ(reader_.deaths, deaths) << declared;
  }
  EXPECT_EQ(reader_.deaths, 1);
}

TEST_F(Retry, ANewerReaderTriesAgain) {
  batch_.add("batch.xml", kDeclaration);
  run();
  reader_.revision = 2;
  run();
  EXPECT_EQ(reader_.deaths, 2);
}

TEST_F(Retry, AForgottenFailureIsTriedAgainAndLeavesQuarantine) {
  batch_.add("batch.xml", kDeclaration);
  run();
  reader_.mended = true;
  run();
  EXPECT_EQ(reader_.deaths, 1);
  EXPECT_EQ(clear_quarantine(home_->quarantine(), home_->registry()), 0U);

  EXPECT_EQ(home_->texts().forget_failures(), 1U);
  EXPECT_EQ(home_->texts().forget_failures(), 0U);
  const Account account = run();
  EXPECT_EQ(of(account, FileState::component), 2U);
  EXPECT_TRUE(quarantined(home_->registry()).empty());
  EXPECT_EQ(clear_quarantine(home_->quarantine(), home_->registry()), 1U);
  for (const auto& left : std::filesystem::recursive_directory_iterator(home_->quarantine())) {
    EXPECT_FALSE(left.is_regular_file()) << left.path();
  }
}

TEST_F(Retry, AMendedCopyTakesItsPlace) {
  batch_.add("batch.xml", kDeclaration);
  run();
  batch_.add("坏.docx", "关于另一件事的通知");
  run();
  EXPECT_TRUE(quarantined(home_->registry()).empty());
}

TEST_F(Retry, AMendedArchiveTakesItsPlace) {
  batch_.add("batch.xml", kDeclaration).add("包.zip", "BROKEN");
  run();
  EXPECT_EQ(quarantined(home_->registry()).size(), 2U);
  batch_.add("包.zip", archive({{"文.txt", "关于另一件事的通知"}}));
  run();
  EXPECT_EQ(quarantined(home_->registry()).size(), 1U);
}

TEST_F(Retry, NothingIsRememberedOfWhatIsAboveTheCeiling) {
  batch_.add("机密_坏.docx", "DEADLY too");
  run();
  EXPECT_EQ(home_->texts().forget_failures(), 1U);  // that of 坏.docx
}

}  // namespace
}  // namespace guidang::receive::test
