// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/object_store.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "pipeline/failure.h"
#include "pipeline/files/digest.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::files {
namespace {

namespace fs = std::filesystem;

std::size_t files_below(const fs::path& root) {
  return static_cast<std::size_t>(std::ranges::count_if(
      fs::recursive_directory_iterator{root}, fs::recursive_directory_iterator{},
      [](const auto& entry) { return entry.is_regular_file(); }));
}

TEST(ObjectStore, GivesBackWhatWasPut) {
  const TempFolder temp;
  ObjectStore store{temp.path() / "objects"};
  const std::string digest = store.put("abc");
  EXPECT_EQ(digest, sha256_hex("abc"));
  EXPECT_EQ(read_all(store.open(digest).get(), 10), "abc");
  EXPECT_EQ(store.size(digest), 3U);
  EXPECT_EQ(store.verify(digest), ObjectState::intact);
  EXPECT_EQ(store.path_of(digest),
            temp.path() / "objects" / digest.substr(0, 2) / digest.substr(2));
}

TEST(ObjectStore, EqualBytesAreStoredOnceReadOnly) {
  const TempFolder temp;
  ObjectStore store{temp.path() / "objects"};
  const std::string digest = store.put("abc");
  const Fd fd{::open(temp.write("f", "abc").c_str(), O_RDONLY | O_CLOEXEC)};
  EXPECT_EQ(store.put(fd.get()), digest);
  EXPECT_EQ(files_below(temp.path() / "objects"), 1U);
  struct stat seen{};
  ASSERT_EQ(::stat(store.path_of(digest).c_str(), &seen), 0);
  EXPECT_EQ(seen.st_mode & 0777U, 0444U);
}

TEST(ObjectStore, PutFromADescriptorIgnoresItsOffset) {
  const TempFolder temp;
  ObjectStore store{temp.path() / "objects"};
  const Fd fd{::open(temp.write("f", "abc").c_str(), O_RDONLY | O_CLOEXEC)};
  ASSERT_EQ(::lseek(fd.get(), 1, SEEK_SET), 1);
  EXPECT_EQ(store.put(fd.get()), sha256_hex("abc"));
}

TEST(ObjectStore, DamagedObjectIsNeverOverwritten) {
  const TempFolder temp;
  ObjectStore store{temp.path() / "objects"};
  const std::string digest = store.put("abc");
  fs::permissions(store.path_of(digest), fs::perms::owner_write, fs::perm_options::add);
  fs::resize_file(store.path_of(digest), 2);
  EXPECT_EQ(store.verify(digest), ObjectState::damaged);
  EXPECT_THROW(store.put("abc"), Failure);
  EXPECT_EQ(slurp(store.path_of(digest)), "ab");
}

TEST(ObjectStore, AbsentObjectIsSaid) {
  const TempFolder temp;
  const ObjectStore store{temp.path() / "objects"};
  const std::string digest = sha256_hex("abc");
  EXPECT_FALSE(store.has(digest));
  EXPECT_EQ(store.size(digest), std::nullopt);
  EXPECT_EQ(store.verify(digest), ObjectState::missing);
  EXPECT_THROW(static_cast<void>(store.open(digest)), Failure);
}

TEST(ObjectStore, WhatIsNotADigestIsABug) {
  const TempFolder temp;
  const ObjectStore store{temp.path() / "objects"};
  for (const std::string& bad :
       {std::string{"../../etc/passwd"}, std::string(64, 'G'), std::string{}}) {
    EXPECT_THROW(static_cast<void>(store.has(bad)), std::logic_error);
  }
}

TEST(ObjectStore, SweepRemovesOnlyWhatACrashLeft) {
  const TempFolder temp;
  ObjectStore store{temp.path() / "objects"};
  const std::string digest = store.put("abc");
  temp.write("objects/.tmp-abcdef", "half");
  EXPECT_EQ(store.sweep(), 1U);
  EXPECT_EQ(store.sweep(), 0U);
  EXPECT_TRUE(store.has(digest));
}

TEST(ObjectStore, ForEachGoesInTheOrderOfDigests) {
  const TempFolder temp;
  ObjectStore store{temp.path() / "objects"};
  for (int i = 0; i < 20; ++i) store.put(std::to_string(i));
  temp.write("objects/.tmp-abcdef", "half");
  std::vector<std::string> found;
  store.for_each([&](const std::string& digest, std::uint64_t) { found.push_back(digest); });
  EXPECT_EQ(found.size(), 20U);
  EXPECT_TRUE(std::ranges::is_sorted(found));
}

TEST(ObjectStore, ThreadsMayPutTheSameBytes) {
  const TempFolder temp;
  ObjectStore store{temp.path() / "objects"};
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&store] {
        for (int i = 0; i < 10; ++i) store.put(std::to_string(i));
      });
    }
  }
  EXPECT_EQ(files_below(temp.path() / "objects"), 10U);
}

}  // namespace
}  // namespace guidang::files
