// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/home/home.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/unit/pipeline/files/temp_folder.h"

namespace guidang {
namespace {

namespace fs = std::filesystem;

constexpr std::array kLeft{"lists/.index.csv.tmp-NHSHZz",
                           "lists/2023/.目录.html.tmp-18kRJl",
                           "quarantine/.0123456789abcdef.txt.tmp-a1b2c3",
                           "quarantine/objects/.tmp-a1b2c3",
                           "index/.CURRENT.tmp-a1b2c3",
                           "runs/r00001/.plan.json.tmp-a1b2c3"};
constexpr std::array kWhole{"lists/index.csv", "lists/2023/目录.html",
                            "quarantine/0123456789abcdef.txt", "runs/r00001/plan.json"};

TEST(Home, TheNextWriterSweepsWhatAKilledOneLeft) {
  const files::TempFolder temp;
  const fs::path root = temp.path() / "home";
  Home::init(root, {.code = "X043", .name = "某机关", .profile = "national"});
  for (const char* name : kLeft) static_cast<void>(temp.write("home/" + std::string{name}, "h"));
  for (const char* name : kWhole) static_cast<void>(temp.write("home/" + std::string{name}, "w"));
  // Whoever only reads may meet a writer at work.
  {
    const Home reader{root, Home::Mode::read};
  }
  for (const char* name : kLeft) EXPECT_TRUE(fs::exists(root / name)) << name;
  {
    const Home writer{root, Home::Mode::write};
  }
  for (const char* name : kLeft) EXPECT_FALSE(fs::exists(root / name)) << name;
  for (const char* name : kWhole) EXPECT_TRUE(fs::exists(root / name)) << name;
}

}  // namespace
}  // namespace guidang
