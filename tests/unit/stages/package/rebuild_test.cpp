// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/rebuild.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "pipeline/account.h"
#include "pipeline/failure.h"
#include "pipeline/files/digest.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/views.h"
#include "stages/package/package.h"
#include "stages/package/verify.h"
#include "tests/unit/stages/package/sample_home.h"

namespace guidang {
namespace {

using testing::all_files;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::read_text;
using testing::SampleHome;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

const std::string kTop = "data/X043-2023/";
const std::string kRows = kTop + "其他/登记簿.jsonl";

/// The sample with what a real year has besides: files, findings, decisions, a number of an older
/// archive and one of a withdrawn item.
class RebuildYear : public ::testing::Test {
 protected:
  RebuildYear() : sample_(root_.path(), "home") {
    Home& home = sample_.home();
    Commit commit(home.registry(), "sample");
    for (const std::string suffix : {"1", "2", "3", "4"}) {
      commit.put_file({.key = "f" + suffix,
                       .batch = "2023",
                       .path = "收文/通知 " + suffix + ".DOCX",
                       .state = FileState::component,
                       .digest = files::sha256_hex("正文 " + suffix),
                       .size = 8,
                       .document = "d00000000000000" + suffix});
    }
    commit.put_file({.key = "q",
                     .batch = "2023",
                     .path = "别处.bin",
                     .state = FileState::ignored,
                     .code = "RCV-1",
                     .document = ""});
    commit.set_findings("d000000000000001", "describe",
                        {{.code = "DSC-2", .found = "乙"}, {.code = "DSC-1", .found = "甲"}});
    commit.set_findings("i000000000000002", "check",
                        {{.code = "FMT-201", .citations = {"GB/T 9704-2012"}}});
    commit.put_decision("d000000000000002", "title", decision("改过的题名"));
    commit.put_decision("i000000000000003", "opening", decision("controlled"));
    commit.put_decision("i000000000000003", "opening", decision("open"));
    commit.put_ledger(
        {"X043-WS·2023-D10-", 1, "X043-WS·2023-D10-0001", "imported", "", 2023, 0, "旧目录"});
    commit.put_ledger({"X043-WS·2023-D10-", 2, "X043-WS·2023-D10-0002", "tombstone",
                       "i0000000000000ff", 2023, 1, "重复"});
    commit.put_decision("i0000000000000ff", "withdraw", decision("yes"));
    commit.finish();
    sample_.seal(1, "2024-06-30");
  }

  static Decision decision(const std::string& value) {
    return {.value = value, .by = "王五", .date = "2024-05-01", .why = "核对原件"};
  }

  fs::path bundle() { return package_year(sample_.home(), sample_.profile(), 2023); }

  std::unique_ptr<Home> fresh(const std::string& name, const std::string& code = "X043") {
    Home::init(root_.path() / name,
               {.code = code, .name = "凤凰县人民政府办公室", .profile = "small"});
    return std::make_unique<Home>(root_.path() / name, Home::Mode::write);
  }

  const TemporaryFolder root_{};
  SampleHome sample_;
};

/// Everything said of the sealed records and numbers, without what is only of one home.
std::string said_of_year(Register& source) {
  std::string text;
  const auto add = [&](const char* sql) {
    sqlite::Statement rows = source.database().prepare(sql);
    while (rows.step()) {
      for (int i = 0; i < rows.columns(); ++i) text += std::string(rows.text(i)) + "|";
      text += "\n";
    }
    text += "--\n";
  };
  add("SELECT p.record, r.kind, p.year, p.edition FROM pin p JOIN record r ON r.id = p.record");
  add("SELECT c.record, c.kind, f.stage, f.revision, f.digest, f.value, f.amendment FROM current c "
      "JOIN fact f ON f.id = c.fact JOIN pin p ON p.record = c.record ORDER BY 1, 2");
  add("SELECT m.* FROM member m JOIN pin p ON p.record = m.document");
  add("SELECT subject, stage, code, severity, path, place, found, expected, citations FROM finding "
      "ORDER BY subject, stage, id");
  add("SELECT record, field, value, by_whom, date, why FROM decision ORDER BY record, id");
  add("SELECT series, number, code, state, item, year, edition, note FROM ledger");
  add("SELECT * FROM counter");
  add("SELECT year, edition, by_whom, checked_by, date, left_held, why FROM seal");
  add("SELECT key, batch, path, state, code, digest, size, document FROM file WHERE state = 0");
  add("SELECT digest, size, refs, tombstone FROM object");
  return text;
}

TEST_F(RebuildYear, RegisterSaysTheSame) {
  const auto home = fresh("new");
  const RebuildReport report = rebuild_year(bundle(), *home);
  EXPECT_EQ(report.year, 2023);
  EXPECT_EQ(report.edition, 1);
  EXPECT_EQ(report.items, 4U);
  EXPECT_EQ(report.documents, 4U);
  EXPECT_EQ(report.originals, 5U);
  EXPECT_EQ(report.numbers, 7U);
  EXPECT_EQ(said_of_year(home->registry()), said_of_year(sample_.home().registry()));
  EXPECT_EQ(home->registry().last_commit(), 1);
  EXPECT_EQ(home->registry().broken_link(), 0);
  EXPECT_TRUE(Ledger(home->registry()).missing().empty());
  EXPECT_TRUE(account_of_all(home->registry()).balanced());
}

TEST_F(RebuildYear, DecisionsHoldAsTheyDidWhenSealed) {
  const auto home = fresh("new");
  rebuild_year(bundle(), *home);
  RecordReader before(sample_.home().registry());
  RecordReader after(home->registry());
  for (const char* id : {"i000000000000002", "i000000000000003"}) {
    const Known one = before.load(id);
    const Known other = after.load(id);
    EXPECT_TRUE(other.sealed);
    ASSERT_FALSE(one.decisions.empty());
    ASSERT_EQ(other.decisions.size(), one.decisions.size());
    for (const auto& [field, decision] : one.decisions) {
      EXPECT_EQ(other.decisions.at(field).value, decision.value) << field;
    }
  }
}

/// What tells of the home rather than of the year.
const std::set<std::string> kOfTheHome{kTop + "说明文件.TXT",
                                       kTop + "其他/登记簿事件链.csv",
                                       kTop + "其他/不归档清单.csv",
                                       kTop + "其他/不归档清单.html",
                                       kTop + "其他/不归档清单.pdf",
                                       kTop + "其他/四性检测报告.xml",
                                       kTop + "其他/四性检测报告.html",
                                       "bag-info.txt",
                                       "manifest-sha256.txt",
                                       "manifest-sha512.txt",
                                       "tagmanifest-sha256.txt",
                                       "tagmanifest-sha512.txt"};

/// Lines of `one` that `other` has not.
std::string lines_apart(const std::string& one, const std::string& other) {
  std::string apart;
  std::istringstream lines(one);
  for (std::string line; std::getline(lines, line);) {
    if (other.find(line) == std::string::npos) apart += line + "\n";
  }
  return apart;
}

TEST_F(RebuildYear, PackedAgainIsTheSameButForWhatIsOfTheHome) {
  const auto old = all_files(bundle());
  const auto home = fresh("new");
  rebuild_year(bundle(), *home);
  const fs::path again = package_year(*home, sample_.profile(), 2023);
  EXPECT_EQ(verify_bundle(again).verdict, BagVerdict::valid);
  const auto made = all_files(again);
  ASSERT_EQ(made.size(), old.size());
  for (const auto& [path, bytes] : old) {
    ASSERT_TRUE(made.contains(path)) << path;
    if (kOfTheHome.contains(path)) continue;
    EXPECT_EQ(made.at(path), bytes) << path;
  }
  const auto apart = [&](const std::string& path) {
    return lines_apart(old.at(path), made.at(path));
  };
  EXPECT_THAT(apart(kTop + "说明文件.TXT"),
              ::testing::MatchesRegex("涉密文件：[^\n]*\n登记簿事件链：[^\n]*\n"));
  EXPECT_THAT(apart("bag-info.txt"), HasSubstr("Register-Chain-Head: "));
}

TEST_F(RebuildYear, HistoryNamesTheBundleItCameFrom) {
  const auto home = fresh("new");
  const fs::path from = bundle();
  rebuild_year(from, *home);
  const std::string history =
      read_text(package_year(*home, sample_.profile(), 2023) / kTop / "其他/登记簿事件链.csv");
  EXPECT_THAT(history, HasSubstr("rebuild X043-2023-1 "));
}

TEST_F(RebuildYear, LaterEditionComesBackWhole) {
  sample_.add_late_item();
  sample_.seal(2, "2024-12-31");
  const auto home = fresh("new");
  const RebuildReport report = rebuild_year(bundle(), *home);
  EXPECT_EQ(report.edition, 2);
  EXPECT_EQ(report.items, 5U);
  EXPECT_EQ(said_of_year(home->registry()), said_of_year(sample_.home().registry()));
}

TEST_F(RebuildYear, RowsHoldNothingUnsealedAndNothingLater) {
  Commit commit(sample_.home().registry(), "later");
  commit.put_decision("d000000000000001", "title", decision("后来的题名"));
  commit.set_findings("d000000000000001", "late", {{.code = "LATE-1"}});
  commit.finish();
  const std::string rows = read_text(bundle() / kRows);
  for (const char* absent : {"d000000000000009", "i000000000000009", "s000000000000000a", "LATE-1",
                             "后来的题名", "别处.bin"}) {
    EXPECT_THAT(rows, Not(HasSubstr(absent)));
  }
  EXPECT_THAT(rows, Not(HasSubstr(root_.path().string())));
}

/// Why a rebuild is refused, and that it changed no row.
std::string refusal(const fs::path& bundle, Home& home) {
  const std::string head = home.registry().head();
  std::string why;
  try {
    rebuild_year(bundle, home);
  } catch (const Failure& failure) {
    why = failure.what();
    EXPECT_NE(failure.advice(), "");
  }
  EXPECT_EQ(home.registry().head(), head);
  return why;
}

TEST_F(RebuildYear, DamagedBundleIsRefused) {
  const fs::path damaged = bundle();
  std::ofstream(damaged / kRows, std::ios::app) << "{\"row\":\"seal\"}\n";
  EXPECT_THAT(refusal(damaged, *fresh("new")), HasSubstr("not valid"));
}

TEST_F(RebuildYear, OtherFondsIsRefused) {
  EXPECT_THAT(refusal(bundle(), *fresh("new", "X044")), HasSubstr("another fonds"));
}

TEST_F(RebuildYear, YearThatIsThereIsRefused) {
  EXPECT_THAT(refusal(bundle(), sample_.home()), HasSubstr("already sealed"));
}

TEST_F(RebuildYear, RecordThatIsThereIsRefused) {
  const auto home = fresh("new");
  Commit commit(home->registry(), "receive");
  commit.put_document({.id = "d000000000000002"});
  commit.finish();
  EXPECT_THAT(refusal(bundle(), *home), HasSubstr("d000000000000002"));
}

TEST_F(RebuildYear, NumberThatIsThereIsRefused) {
  const auto home = fresh("new");
  Commit commit(home->registry(), "import-ledger");
  commit.put_ledger(
      {"X043-WS·2023-Y-", 1, "X043-WS·2023-Y-0001", "imported", "", 2023, 0, "旧目录"});
  commit.finish();
  EXPECT_THAT(refusal(bundle(), *home), HasSubstr("X043-WS·2023-Y-0001"));
}

TEST_F(RebuildYear, OtherFoldersAreNoBundles) {
  EXPECT_THROW((void)fonds_of_bundle(root_.path()), Failure);
  EXPECT_EQ(fonds_of_bundle(bundle()).name, "凤凰县人民政府办公室");
}

TEST_F(RebuildYear, VerificationMissesOriginalsThatOnlyTheRegisterNames) {
  const fs::path changed = bundle();
  std::ofstream(changed / kRows, std::ios::app)
      << "{\"row\":\"file\",\"state\":\"component\",\"digest\":\"" + std::string(64, 'a') + "\"}\n"
      << "no row\n";
  std::string codes;
  for (const BagProblem& problem : verify_bundle(changed).problems) {
    codes += problem.code + " " + problem.file + "\n";
  }
  EXPECT_THAT(codes, HasSubstr("BDL-413 " + kRows + ":"));
  EXPECT_THAT(codes, HasSubstr("BDL-403 " + kRows + ":"));
}

}  // namespace
}  // namespace guidang
