// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/data_root.h"

#include <gtest/gtest.h>

#include "pipeline/failure.h"
#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang::files {
namespace {

TEST(DataRoot, BuildTreeIsFoundFromTheProgram) {
  const TempFolder temp;
  temp.write("templates/profiles/national/profile.xml", "");
  EXPECT_EQ(find_data_root({}, temp.path() / "build" / "default" / "guidang"), temp.path());
}

TEST(DataRoot, InstallationIsFoundFromTheProgram) {
  const TempFolder temp;
  temp.write("share/guidang/templates/profiles/p", "");
  EXPECT_EQ(find_data_root({}, temp.path() / "bin" / "guidang"), temp.path() / "share" / "guidang");
}

TEST(DataRoot, VariableGoesFirst) {
  const TempFolder temp;
  temp.write("templates/profiles/p", "");
  temp.write("mine/templates/profiles/p", "");
  const std::string mine = (temp.path() / "mine").string();
  EXPECT_EQ(find_data_root(mine, temp.path() / "guidang"), mine);
}

TEST(DataRoot, VariableThatNamesNothingIsAFailureWithAdvice) {
  const TempFolder temp;
  temp.write("templates/profiles/p", "");
  try {
    find_data_root((temp.path() / "typo").string(), temp.path() / "guidang");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_FALSE(failure.advice().empty());
    EXPECT_EQ(failure.status(), ExitStatus::usage);
  }
}

TEST(DataRoot, NothingFoundIsAFailure) {
  EXPECT_THROW(find_data_root({}, "/proc/self/guidang"), Failure);
}

}  // namespace
}  // namespace guidang::files
