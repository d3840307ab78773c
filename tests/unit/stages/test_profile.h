// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

#include "pipeline/profile/profile.h"

namespace guidang::fake {

/// A folder of the test's own, gone with it.
class Folder {
 public:
  Folder() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("guidang-arrange-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline constexpr const char* kPeriods =
    R"(<appraise><period id="Y" name="永久"/><period id="D30" name="30年"/><period id="D10" name="10年"/></appraise>)";
inline constexpr const char* kNumber =
    R"(<number pattern="{fonds}-WS·{year}-{period}-{number:4}"/>)";

/// A profile with these sections.
inline Profile profile_of(const std::string& sections) {
  const Folder folder;
  const auto home = folder.path() / "templates" / "profiles" / "test";
  std::filesystem::create_directories(home);
  std::filesystem::create_directories(folder.path() / "templates" / "schema");
  std::filesystem::copy(std::filesystem::path(GUIDANG_SOURCE_DIR) / "templates/schema/profile.rng",
                        folder.path() / "templates/schema/profile.rng");
  std::ofstream(home / "profile.xml")
      << R"(<profile id="test" version="1"><title lang="zh">试</title><title lang="en">test</title>)"
      << sections << "</profile>";
  return Profile::load(folder.path(), "test");
}

/// An office that files by volume; `more` goes into its `arrange` section.
inline Profile volume_office(const std::string& more = "") {
  return profile_of(
      std::string(kPeriods) + R"(<arrange mode="volume">)" + more + "</arrange>" +
      R"(<number pattern="{fonds}-{directory}-{volume:4}-{number:3}">)"
      R"(<directory id="1" period="Y" years="1990-"/><directory id="2" period="D30" years="1990-"/>)"
      R"(<directory id="3" period="D10" years="1990-"/></number>)");
}

inline Profile office() { return profile_of(std::string(kPeriods) + kNumber); }

}  // namespace guidang::fake
