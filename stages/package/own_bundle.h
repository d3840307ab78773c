// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "pipeline/files/fd.h"

namespace guidang::bag {

/// What bag-info.txt of our bundles names as its BagIt profile.
inline constexpr std::string_view kProfileIdentifier = "urn:guidang:bagit-profile:1";

/// What is wrong with a part that only our bundles have.
struct OwnFlaw {
  std::string code{};
  std::string file{};
  std::string found{};
  std::string expected{};
};

/// Checks what a plain BagIt validator cannot: 目录文件.XML against the folders of items in both
/// directions, each item's metadata against its components and their digests, that the ledger has
/// no gap and no number twice, and that the register's rows name no original that is not there.
/// Memory: the codes of the items.
void check_own_bundle(const files::Fd& root, const std::function<void(OwnFlaw)>& report);

}  // namespace guidang::bag
