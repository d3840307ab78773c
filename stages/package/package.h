// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "pipeline/home/home.h"
#include "pipeline/profile/profile.h"

namespace guidang {

struct PackageOptions {
  std::filesystem::path to{};  ///< folder for the bundle; empty = the home's bundles/
  bool zip = false;            ///< a stored ZIP beside it, for transport
  std::string as_of{};         ///< ISO; the bundle bears its seal's date, so this is only for `say`
  /// What a finding's code means, in Chinese, for 备考表. May be empty.
  std::function<std::string(std::string_view code)> code_title{};
  /// Told what is done now, one line each, Chinese then English. May be empty.
  std::function<void(std::string_view)> say{};
};

/// 移交: makes the hand-over bundle of a sealed year, `<全宗号>-<年度>-<版次>`: a BagIt 1.0 bag
/// with the tree of DA/T 93-2022. Equal register, objects, profile and templates give equal bytes.
/// Gives the bundle's folder. When it is there with equal bytes it is left alone. Throws Failure:
/// usage when the year is not sealed or another bundle bears the name; else when an original is
/// missing or damaged. Whole or absent.
std::filesystem::path package_year(Home& home, const Profile& profile, int year,
                                   const PackageOptions& options = {});

}  // namespace guidang
