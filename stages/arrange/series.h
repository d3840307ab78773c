// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/findings/codes.h"
#include "pipeline/number/classes.h"
#include "pipeline/number/code_pattern.h"
#include "pipeline/number/directories.h"
#include "pipeline/number/periods.h"
#include "pipeline/profile/profile.h"
#include "pipeline/view.h"

namespace guidang {

/// What SeriesRule reads besides Appraisal and FilingYear of the item: of its documents these
/// description fields, and Origin.
inline constexpr std::array<std::string_view, 3> kSeriesFields{"title", "doctype", "creator"};
/// The decision that it looks at: the id or name of a class.
inline constexpr std::string_view kClassDecision = "class";

inline constexpr std::array kSeriesCodes{
    CodeInfo{"ARR-101", "保管期限没有档号代码", "the retention period has no code for 档号",
             "在规则集 appraise 一节的 period 表中补上该期限，或改用表中的期限",
             "add the period to the profile's table, or decide one that it has",
             "DA/T 22-2015 5.6"},
    CodeInfo{"ARR-102", "不知归入哪个机构（问题）", "no class (机构或问题) fits",
             "用 guidang set … class 指定，或在规则集 arrange 一节的 class 表中加一行",
             "decide it: guidang set … class, or add a row to the profile's classes",
             "DA/T 22-2015 5.4"},
    CodeInfo{"ARR-103", "没有可归入的案卷目录（目录号）", "no directory (目录号) holds it",
             "在规则集 number 一节加一行 directory，写明目录号、保管期限和年度",
             "add a directory to the profile's number section: its number, period and years",
             "DA/T 13-1994 3.2"},
    CodeInfo{"ARR-104", "指定的机构（问题）不在分类表中", "the decided class is not in the table",
             "改用分类表中的代码或名称，或在规则集中补上",
             "decide one that the profile's table has, or add it there", "DA/T 22-2015 5.4"}};

/// Which series an item belongs to: the code of its period, its year, its 机构(问题) and its 目录号
/// by the profile's tables. What no table says is held, never supposed. Immutable; threads may
/// share it.
class SeriesRule {
 public:
  /// Throws the profile's Failure, also when mode and pattern disagree about volumes and when the
  /// fonds code can stand in no code.
  SeriesRule(const Profile& profile, std::string fonds_code);

  /// The parts that the series is made of. Nothing when the item has no filing year or period yet
  /// (`why` stays empty), or when a table has no answer: then `why` holds it.
  [[nodiscard]] std::optional<CodeParts> parts(const View& item, Finding& why) const;
  /// The series itself.
  [[nodiscard]] std::optional<std::string> series(const View& item, Finding& why) const;

  [[nodiscard]] const CodePattern& pattern() const { return pattern_; }
  [[nodiscard]] const Periods& periods() const { return periods_; }
  [[nodiscard]] const Classes& classes() const { return classes_; }
  [[nodiscard]] const Directories& directories() const { return directories_; }

 private:
  [[nodiscard]] bool put_class(const View& item, CodeParts& parts, Finding& why) const;

  CodePattern pattern_;
  Periods periods_;
  Classes classes_;
  Directories directories_;
  std::string fonds_code_;
  std::string category_;
  bool by_class_ = false;
};

}  // namespace guidang
