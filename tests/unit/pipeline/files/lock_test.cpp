// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

#include "pipeline/failure.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::files {
namespace {

TEST(HomeLock, SecondHolderIsToldOfTheFirst) {
  const TempFolder temp;
  const std::filesystem::path file = temp.path() / "lock";
  const HomeLock held = HomeLock::acquire(file);
  try {
    HomeLock::acquire(file);
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(),
                testing::HasSubstr("process " + std::to_string(::getpid()) + " on host "));
    EXPECT_FALSE(failure.advice().empty());
  }
}

TEST(HomeLock, IsFreeAgainWhenReleased) {
  const TempFolder temp;
  const std::filesystem::path file = temp.path() / "lock";
  {
    const HomeLock held = HomeLock::acquire(file);
  }
  EXPECT_NO_THROW(HomeLock::acquire(file));
}

// A process that ends without unwinding, as by kill -9.
TEST(HomeLock, DiesWithItsHolder) {
  const TempFolder temp;
  const std::filesystem::path file = temp.path() / "lock";
  const pid_t child = ::fork();
  if (child == 0) {
    const HomeLock held = HomeLock::acquire(file);
    ::_exit(0);
  }
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  EXPECT_THAT(slurp(file), testing::HasSubstr("process " + std::to_string(child)));
  EXPECT_NO_THROW(HomeLock::acquire(file));
}

}  // namespace
}  // namespace guidang::files
