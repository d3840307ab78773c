// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace guidang::forms {

/// One font as `templates/forms/fonts.xml` names it, and whether it is on this machine.
struct Face {
  std::string family{};
  std::filesystem::path file{};  ///< empty: not on this machine
  std::string wanted{};          ///< the file as written
  std::string package{};         ///< of Debian
  bool substitute = false;
  bool needed = true;
};

/// The fonts that one role (宋体 仿宋 楷体 黑体 小标宋) gets here.
struct RoleFonts {
  std::string role{};
  std::vector<std::string> screen{};  ///< names that HTML asks for
  Face face{};
  Face bold{};  ///< the face itself when there is none
};

/// Immutable; threads may share it.
struct FontTable {
  std::vector<RoleFonts> roles{};  ///< in the order of the names above
  std::vector<Face> fallbacks{};
  std::string digest{};  ///< SHA-256 of the table, not of the fonts

  /// Throws Failure (usage) when the table is flawed; a font that is not there is none yet.
  [[nodiscard]] static FontTable load(const std::filesystem::path& data_root);

  /// Throws Failure naming each needed font that is missing, and its package.
  void require() const;
  /// `小标宋 → Noto Serif CJK SC`, for each role that has a substitute.
  [[nodiscard]] std::vector<std::string> substitutes() const;
};

}  // namespace guidang::forms
