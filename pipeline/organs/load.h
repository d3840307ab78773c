// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/organs/authority.h"
#include "pipeline/profile/profile.h"

namespace guidang::organs {

/// What an office adds to its profile's table.
struct Local {
  std::vector<std::filesystem::path> files{};  ///< of the home, of --org; each over the one before
  /// What `organs learn` wrote: over all of these. It is no whole table, so that an organ which is
  /// not in it is none the less unknown.
  std::vector<std::filesystem::path> learnt{};
  std::string own_name{};  ///< 立档单位, when no organ says that it is the office
};

/// The layers, the base first: what the section `organisations` includes, the section, the files.
[[nodiscard]] std::vector<Layer> read_layers(const Profile& profile, const Local& local);

/// The table of a profile and what lies over it. Throws Failure (usage) that names the first flaws
/// when something cannot be used.
[[nodiscard]] std::shared_ptr<const Authority> load(const Profile& profile,
                                                    const Local& local = {});

/// The Failure of a table with flaws, which names the first few.
[[nodiscard]] Failure unusable(const std::vector<Flaw>& flaws);

}  // namespace guidang::organs
