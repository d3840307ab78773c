// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/lists/aid_settings.h"
#include "pipeline/lists/paper.h"

namespace guidang::lists {

/// One material of the fonds file (全宗卷) as its list names it.
struct FondsMaterial {
  std::string class_id{};
  std::string class_name{};
  std::string name{};   ///< "" for a class that nobody has filled
  std::string place{};  ///< folder of the file, as `lists` shows it
  std::string note{};
};

/// What the classes hold: of each year that has items what the program writes itself, of classes
/// that people fill what belongs there.
[[nodiscard]] std::vector<FondsMaterial> fonds_materials(const AidSettings& settings,
                                                         const std::vector<int>& years);

/// The folder of a class: "1-交接".
[[nodiscard]] std::string folder_of(const FondsFileClass& one);

/// Where people put the fonds file's materials, below `lists`: a folder for each class. The program
/// makes the folders and never looks into them.
inline constexpr std::string_view kFondsFileFolder = "全宗/全宗卷";
void lay_out_fonds_file(const AidSettings& settings, const std::filesystem::path& lists);

/// One line a year, of the whole fonds.
extern const LineKind kFondsYears;
/// 全宗卷目录 (FON-07).
void print_fonds_file(const PaperYear& year, Binder& binder);

}  // namespace guidang::lists
