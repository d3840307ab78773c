// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "pipeline/home/home.h"
#include "pipeline/profile/profile.h"

namespace guidang::testing {

/// A folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A small office: five documents of 2023, four items numbered in two series (one with an attached
/// slip, one with a made-up title), one that is not to be filed, one number kept back, one stub.
class SampleHome {
 public:
  /// `name`: folder of the home below `root`, so that two homes lie in different places.
  SampleHome(const std::filesystem::path& root, const std::string& name);

  void seal(int edition, const std::string& date);
  /// Adds a fifth item and number, unsealed.
  void add_late_item();

  [[nodiscard]] Home& home() { return *home_; }
  [[nodiscard]] const Profile& profile() const { return *profile_; }

 private:
  void add_item(const std::string& suffix, const std::string& code, std::uint32_t number,
                const std::string& title, bool made_up, const std::string& period, bool slip);
  void add_not_filed();

  std::unique_ptr<Home> home_;
  std::unique_ptr<Profile> profile_;
};

[[nodiscard]] std::string read_text(const std::filesystem::path& file);
/// Bytes of all files below `root` by their paths there.
[[nodiscard]] std::map<std::string, std::string> all_files(const std::filesystem::path& root);
void write_text(const std::filesystem::path& file, const std::string& text);

}  // namespace guidang::testing
