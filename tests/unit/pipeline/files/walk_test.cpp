// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/walk.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

#include "pipeline/failure.h"
#include "pipeline/files/fd.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::files {
namespace {

namespace fs = std::filesystem;

std::vector<WalkEntry> walked(const fs::path& root, const WalkLimits& limits = {}) {
  return walk_all(open_folder(root).get(), limits);
}

std::vector<std::string> names(const std::vector<WalkEntry>& entries) {
  std::vector<std::string> out;
  for (const WalkEntry& entry : entries) out.push_back(entry.relative);
  return out;
}

TEST(Walk, OrderIsThatOfTheRawBytesOfWholePaths) {
  const TempFolder temp;
  for (const char* name : {"b", "a/x", "a!", "a0", "a/y/z", "\xFF", "通知", "Z"})
    temp.write(name, "1");
  const auto found = names(walked(temp.path()));
  EXPECT_EQ(found,
            (std::vector<std::string>{"Z", "a!", "a/x", "a/y/z", "a0", "b", "通知", "\xFF"}));
  EXPECT_TRUE(std::ranges::is_sorted(found));
}

TEST(Walk, GivesSizesAndFitNames) {
  const TempFolder temp;
  temp.write("\xCE\xC4.txt", "12345");
  const auto found = walked(temp.path());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].size, 5U);
  EXPECT_EQ(found[0].display(), "\\xCE\\xC4.txt");
}

TEST(Walk, RefusesWhatIsNotAFile) {
  const TempFolder temp;
  temp.write("outside/secret", "s");
  temp.write("batch/f", "1");
  const fs::path batch = temp.path() / "batch";
  fs::create_symlink("../outside/secret", batch / "link-file");
  fs::create_directory_symlink("../outside", batch / "link-folder");
  fs::create_symlink("nowhere", batch / "link-dead");
  ASSERT_EQ(::mkfifo((batch / "pipe").c_str(), 0600), 0);
  const auto found = walked(batch);
  ASSERT_EQ(names(found),
            (std::vector<std::string>{"f", "link-dead", "link-file", "link-folder", "pipe"}));
  EXPECT_EQ(found[0].refusal, WalkRefusal::none);
  for (const std::size_t i : {1U, 2U, 3U}) {
    EXPECT_EQ(found[i].kind, EntryKind::symlink);
    EXPECT_EQ(found[i].refusal, WalkRefusal::link);
  }
  EXPECT_EQ(found[4].kind, EntryKind::fifo);
  EXPECT_EQ(found[4].refusal, WalkRefusal::not_a_file);
  EXPECT_FALSE(describe(found[4].refusal).empty());
}

TEST(Walk, HardLinksAreFilesLikeOthers) {
  const TempFolder temp;
  fs::create_hard_link(temp.write("a", "1"), temp.path() / "b");
  EXPECT_EQ(names(walked(temp.path())), (std::vector<std::string>{"a", "b"}));
}

TEST(Walk, FolderTooDeepIsRefusedNotSkipped) {
  const TempFolder temp;
  temp.write("a/b/f", "1");
  temp.write("a/b!", "1");
  const auto found = walked(temp.path(), {.depth = 2});
  ASSERT_EQ(names(found), (std::vector<std::string>{"a/b!", "a/b/"}));
  EXPECT_EQ(found[1].refusal, WalkRefusal::too_deep);
  EXPECT_EQ(found[1].kind, EntryKind::directory);
}

TEST(Walk, PathTooLongIsRefused) {
  const TempFolder temp;
  temp.write("folder/file", "1");
  temp.write("f", "1");
  const auto found = walked(temp.path(), {.path_bytes = 7});
  ASSERT_EQ(names(found), (std::vector<std::string>{"f", "folder/file"}));
  EXPECT_EQ(found[1].refusal, WalkRefusal::path_too_long);
}

TEST(Walk, TooManyEntriesAreAFailureWithAdvice) {
  const TempFolder temp;
  for (const char* name : {"a", "b", "c"}) temp.write(name, "");
  EXPECT_EQ(walked(temp.path(), {.entries = 3}).size(), 3U);
  try {
    walked(temp.path(), {.entries = 2});
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_FALSE(failure.advice().empty());
  }
}

// The folder the walk is about to enter becomes a link that leads out of the batch.
TEST(Walk, FolderSwappedForALinkUnderWayDoesNotLeadOut) {
  const TempFolder temp;
  temp.write("outside/secret", "s");
  temp.write("batch/a", "1");
  temp.write("batch/b/f", "1");
  const fs::path victim = temp.path() / "batch" / "b";
  std::vector<WalkEntry> found;
  walk(open_folder(temp.path() / "batch").get(), [&](const WalkEntry& entry) {
    if (entry.relative == "a") {
      fs::remove_all(victim);
      fs::create_directory_symlink("../outside", victim);
    }
    found.push_back(entry);
  });
  ASSERT_EQ(names(found), (std::vector<std::string>{"a", "b/"}));
  EXPECT_EQ(found[1].refusal, WalkRefusal::changed);
}

TEST(Walk, UnreadableIsSaidNotSkipped) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TempFolder temp;
  fs::permissions(temp.write("f", "1"), fs::perms::none);
  temp.write("folder/f", "1");
  fs::permissions(temp.path() / "folder", fs::perms::none);
  const auto found = walked(temp.path());
  fs::permissions(temp.path() / "folder", fs::perms::owner_all);
  ASSERT_EQ(names(found), (std::vector<std::string>{"f", "folder/"}));
  EXPECT_EQ(found[0].refusal, WalkRefusal::unreadable);
  EXPECT_EQ(found[1].refusal, WalkRefusal::unreadable);
}

TEST(Walk, TwiceFromOneDescriptorGivesTheSame) {
  const TempFolder temp;
  temp.write("a/b", "1");
  const Fd root = open_folder(temp.path());
  EXPECT_EQ(walk_all(root.get()).size(), 1U);
  EXPECT_EQ(walk_all(root.get()).size(), 1U);
}

}  // namespace
}  // namespace guidang::files
