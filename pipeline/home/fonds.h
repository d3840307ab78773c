// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace guidang {

/// What a home says of itself in `fonds.xml`.
struct Fonds {
  std::string code{};            ///< 全宗号: letters and digits, e.g. X043
  std::string name{};            ///< 立档单位
  std::string profile{};         ///< id of the rule set
  std::string ceiling = "none";  ///< highest 密级 admitted: none, 秘密, 机密, 绝密
};

/// Throws Failure with file and line when an attribute is missing or cannot be used.
[[nodiscard]] Fonds read_fonds(const std::filesystem::path& file);
/// The file's text for a new home.
[[nodiscard]] std::string fonds_text(const Fonds& fonds);
/// Throws Failure (usage) when a code or name cannot be used.
void check_fonds(const Fonds& fonds);

}  // namespace guidang
