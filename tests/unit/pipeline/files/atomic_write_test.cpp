// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/atomic_write.h"

#include <gtest/gtest.h>

#include <iterator>

#include "pipeline/failure.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::files {
namespace {

namespace fs = std::filesystem;

std::ptrdiff_t count(const fs::path& folder) {
  return std::distance(fs::directory_iterator{folder}, fs::directory_iterator{});
}

TEST(AtomicFile, ReplacesWhole) {
  const TempFolder temp;
  const fs::path target = temp.write("表.xml", "old");
  write_atomically(target, "new");
  EXPECT_EQ(slurp(target), "new");
  EXPECT_EQ(count(temp.path()), 1);
}

TEST(AtomicFile, WithoutCommitTheOldStaysAndNothingIsLeft) {
  const TempFolder temp;
  const fs::path target = temp.write("f", "old");
  {
    AtomicFile file{target};
    file.write("half");
    EXPECT_EQ(slurp(target), "old");
  }
  EXPECT_EQ(slurp(target), "old");
  EXPECT_EQ(count(temp.path()), 1);
}

TEST(AtomicFile, WhatAKilledOneLeftIsRemovedAndNothingElse) {
  const TempFolder temp;
  static_cast<void>(temp.write(".index.csv.tmp-NHSHZz", "half"));
  for (const char* name : {"index.csv", ".hidden", "a.tmp-NHSHZz", ".b.tmp-NHSHZz.csv"}) {
    static_cast<void>(temp.write(name, "whole"));
  }
  remove_leftovers(temp.path());
  EXPECT_EQ(count(temp.path()), 4);
  EXPECT_FALSE(fs::exists(temp.path() / ".index.csv.tmp-NHSHZz"));
}

TEST(AtomicFile, NameOfFullLengthFits) {
  const TempFolder temp;
  const fs::path target = temp.path() / std::string(255, 'x');
  write_atomically(target, "1");
  EXPECT_EQ(slurp(target), "1");
}

TEST(AtomicFile, MissingFolderIsAFailure) {
  EXPECT_THROW(write_atomically("/nowhere/at/all", "1"), Failure);
}

TEST(AtomicFolder, IsAbsentUntilCommit) {
  const TempFolder temp;
  const fs::path target = temp.path() / "bundle";
  {
    AtomicFolder folder{target};
    temp.write("bundle.partial/f", "1");
    EXPECT_FALSE(fs::exists(target));
    folder.commit();
  }
  EXPECT_EQ(slurp(target / "f"), "1");
  EXPECT_EQ(count(temp.path()), 1);
}

TEST(AtomicFolder, WithoutCommitNothingIsLeft) {
  const TempFolder temp;
  {
    const AtomicFolder folder{temp.path() / "bundle"};
  }
  EXPECT_EQ(count(temp.path()), 0);
}

TEST(AtomicFolder, RestOfAnEarlierRunIsCleared) {
  const TempFolder temp;
  temp.write("bundle.partial/old", "1");
  AtomicFolder folder{temp.path() / "bundle"};
  folder.commit();
  EXPECT_EQ(count(temp.path() / "bundle"), 0);
}

TEST(AtomicFolder, FinishedOneIsNeverReplaced) {
  const TempFolder temp;
  temp.write("bundle/f", "1");
  EXPECT_THROW(AtomicFolder{temp.path() / "bundle"}, Failure);
  EXPECT_EQ(slurp(temp.path() / "bundle" / "f"), "1");
}

TEST(AtomicFolder, OneThatAppearsUnderWayIsNotReplaced) {
  const TempFolder temp;
  AtomicFolder folder{temp.path() / "bundle"};
  fs::create_directory(temp.path() / "bundle");
  EXPECT_THROW(folder.commit(), Failure);
}

}  // namespace
}  // namespace guidang::files
