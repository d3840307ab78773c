// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/fd.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/failure.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::files {
namespace {

OpenRefusal refusal(const OpenResult& result) { return std::get<OpenRefusal>(result); }

TEST(OpenRegular, OpensAFile) {
  const TempFolder temp;
  temp.write("f", "abc");
  const Fd root = open_folder(temp.path());
  const OpenResult result = open_regular_nofollow(root.get(), "f");
  ASSERT_TRUE(std::holds_alternative<Fd>(result));
  EXPECT_EQ(read_all(std::get<Fd>(result).get(), 10), "abc");
}

TEST(OpenRegular, RefusesAllElseWithoutBlocking) {
  const TempFolder temp;
  temp.write("f", "abc");
  std::filesystem::create_symlink("f", temp.path() / "link");
  std::filesystem::create_directory(temp.path() / "folder");
  ASSERT_EQ(::mkfifo((temp.path() / "fifo").c_str(), 0600), 0);
  const Fd root = open_folder(temp.path());
  EXPECT_EQ(refusal(open_regular_nofollow(root.get(), "link")), OpenRefusal::symlink);
  EXPECT_EQ(refusal(open_regular_nofollow(root.get(), "folder")), OpenRefusal::directory);
  EXPECT_EQ(refusal(open_regular_nofollow(root.get(), "fifo")), OpenRefusal::fifo);
  EXPECT_EQ(refusal(open_regular_nofollow(root.get(), "absent")), OpenRefusal::missing);
  EXPECT_EQ(refusal(open_regular_nofollow(root.get(), "folder/f")), OpenRefusal::outside);
  const Fd dev = open_folder("/dev");
  EXPECT_EQ(refusal(open_regular_nofollow(dev.get(), "null")), OpenRefusal::device);
}

TEST(OpenBeneath, FollowsNoLinkInAnyComponent) {
  const TempFolder temp;
  temp.write("batch/a/b/f", "abc");
  temp.write("outside/f", "secret");
  std::filesystem::create_directory_symlink("../outside", temp.path() / "batch" / "link");
  const Fd root = open_folder(temp.path() / "batch");
  EXPECT_TRUE(std::holds_alternative<Fd>(open_beneath(root.get(), "a/b/f")));
  EXPECT_EQ(refusal(open_beneath(root.get(), "link/f")), OpenRefusal::symlink);
  EXPECT_EQ(refusal(open_beneath(root.get(), "a/b/f/g")), OpenRefusal::missing);
  for (const char* path : {"../outside/f", "a/../../outside/f", "/etc/passwd", "", "a//f", "./a"}) {
    EXPECT_EQ(refusal(open_beneath(root.get(), path)), OpenRefusal::outside) << path;
  }
}

TEST(ReadAll, StopsAboveTheLimit) {
  const TempFolder temp;
  const Fd fd{::open(temp.write("f", std::string(100'000, 'x')).c_str(), O_RDONLY | O_CLOEXEC)};
  EXPECT_EQ(read_all(fd.get(), 99'999), std::nullopt);
  EXPECT_EQ(read_all(fd.get(), 100'000)->size(), 100'000U);
  EXPECT_EQ(read_all(fd.get(), UINT64_MAX)->size(), 100'000U);
}

// /proc files say they have 0 bytes, as does a file that grows after the look.
TEST(ReadAll, LimitHoldsForAFileThatHidesItsSize) {
  const Fd fd{::open("/proc/self/maps", O_RDONLY | O_CLOEXEC)};
  EXPECT_EQ(read_all(fd.get(), 100), std::nullopt);
  EXPECT_GT(read_all(fd.get(), 1U << 24U)->size(), 100U);
}

TEST(ReadFile, AboveTheLimitIsAFailure) {
  const TempFolder temp;
  EXPECT_THROW(static_cast<void>(read_file(temp.write("f", "abc"), 2)), Failure);
  EXPECT_THROW(static_cast<void>(read_file(temp.path() / "absent", 2)), Failure);
}

TEST(Fd, MovesOwnership) {
  Fd first{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
  const int raw = first.get();
  Fd second{std::move(first)};
  EXPECT_EQ(second.get(), raw);
  second.reset();
  EXPECT_EQ(::fcntl(raw, F_GETFD), -1);
}

}  // namespace
}  // namespace guidang::files
