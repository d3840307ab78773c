// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/library.h"

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "pipeline/failure.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

namespace fs = std::filesystem;

/// A generation of this many records, all of which say so; every other one for staff only.
std::vector<IndexRecord> edition(int count) {
  std::vector<IndexRecord> records;
  for (int i = 0; i < count; ++i) {
    records.push_back(open_record("r" + std::to_string(i), "通知", std::to_string(count) + "件"));
    if (i % 2 == 1) records.back().access = Access::staff;
  }
  return records;
}

std::vector<const Reader*> all_of(const Library::Loan& loan) {
  return {loan.readers().begin(), loan.readers().end()};
}

const std::vector<Access> kOpen{Access::open};

TEST(Library, FollowsGenerations) {
  const TestFolder folder;
  build(folder / "a/index", edition(2));
  build(folder / "b/index", edition(4));
  Library library({folder / "a", folder / "b"});
  {
    const auto loan = library.borrow(kAllAccess);
    ASSERT_EQ(loan.readers().size(), 2U);
    EXPECT_EQ(loan.readers()[0]->records(), 2U);
    EXPECT_EQ(loan.readers()[1]->records(), 4U);
    build(folder / "a/index", edition(6));
    EXPECT_EQ(loan.readers()[0]->records(), 2U);
    EXPECT_EQ(library.borrow(kAllAccess).readers()[0]->records(), 6U);
  }
  EXPECT_EQ(library.borrow(kAllAccess).readers()[0]->records(), 6U);
  EXPECT_EQ(library.borrow(kOpen).readers()[0]->records(), 3U);
}

TEST(Library, LendsTheSameReaderAgain) {
  const TestFolder folder;
  build(folder / "a/index", edition(2));
  Library library({folder / "a"});
  const Reader* first = library.borrow(kOpen).readers()[0];
  EXPECT_EQ(library.borrow(kOpen).readers()[0], first);
  const auto loan = library.borrow(kOpen);
  EXPECT_NE(library.borrow(kOpen).readers()[0], loan.readers()[0]);
}

TEST(Library, FollowsAnIndexMadeAnew) {
  const TestFolder folder;
  build(folder / "a/index", edition(2));
  Library library({folder / "a"});
  EXPECT_EQ(library.borrow(kAllAccess).readers()[0]->records(), 2U);
  fs::remove_all(folder / "a/index");
  EXPECT_THROW((void)library.borrow(kAllAccess), Failure);
  build(folder / "a/index", edition(4));
  EXPECT_EQ(library.borrow(kAllAccess).readers()[0]->records(), 4U);
}

TEST(Library, RefusesAHomeWithoutIndex) {
  const TestFolder folder;
  EXPECT_THROW(Library({folder / "a"}), Failure);
}

TEST(Library, OpensNoClassThatMayNotBeRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TestFolder folder;
  build(folder / "a/index", edition(4));
  fs::permissions(folder / "a/index/gen-000001/staff", fs::perms::none);
  Library library({folder / "a"});
  EXPECT_EQ(library.borrow(kAllAccess).readers()[0]->records(), 2U);
  fs::permissions(folder / "a/index/gen-000001/staff", fs::perms::owner_all);
}

/// While a writer switches again and again, each loan answers as one generation, in all its
/// classes; in none of the threads does the number of the generation go back.
TEST(Library, NeverShowsHalfAGeneration) {
  constexpr int kSwitches = 200;
  const TestFolder folder;
  const fs::path index = folder / "a/index";
  build(index, edition(1));
  Library library({folder / "a"});
  std::atomic<bool> done = false;
  std::atomic<int> asked = 0;
  std::mutex mutex;
  std::set<std::string> wrong;
  const auto complain = [&](const std::string& what) {
    const std::lock_guard lock(mutex);
    wrong.insert(what);
  };
  const auto ask = [&](bool staff) {
    int before = 0;
    while (!done) {
      try {
        const auto loan = staff ? library.borrow(kAllAccess) : library.borrow(kOpen);
        const Reader& reader = *loan.readers()[0];
        const auto size = static_cast<int>(reader.records());
        // Generation g holds 1 + g % 7 records, each saying so.
        const int whole = 1 + (reader.generation() - 1) % 7;
        if (size != (staff ? whole : (whole + 1) / 2)) complain("records");
        const auto readers = all_of(loan);
        const Results hits = search(readers, parsed("正文:" + std::to_string(whole) + "件"));
        if (hits.total != reader.records()) complain("hits");
        for (const Hit& hit : hits.hits) {
          if (hit.title != "通知" || hit.snippet.text.empty()) complain("texts");
        }
        if (reader.generation() < before) complain("went back");
        before = reader.generation();
      } catch (const std::exception& error) {
        complain(error.what());
      }
      ++asked;
    }
  };
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(ask, i % 2 == 0);
  for (int i = 1; i <= kSwitches; ++i) {
    // As in a run: a record that leaves its class takes the generation before with it.
    EXPECT_EQ(build(index, edition(1 + i % 7), {1, false}).generation, i + 1);
  }
  done = true;
  threads.clear();
  EXPECT_EQ(wrong, std::set<std::string>{});
  EXPECT_GT(asked, 4);
}

}  // namespace
}  // namespace guidang::index
