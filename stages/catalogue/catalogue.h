// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "pipeline/lists/all_papers.h"
#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"

namespace guidang {

/// 编目: writes the papers of each year (目录, 归档章, 封面, 备考表 …) to `lists/<year>/` and
/// `lists/index.csv` over all years, last. 未定稿 as long as a number is provisional.
class Catalogue : public DerivedStage {
 public:
  /// Loads every form that the profile's office prints. Throws Failure (usage) when one cannot be
  /// used.
  explicit Catalogue(const Profile& profile, lists::Backing backing = {});

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  /// True when a file that the index names is not there.
  [[nodiscard]] bool stale(const Place& place) const override;
  void run(RecordSet& set, const Place& place) const override;

  /// What somebody wants printed now.
  struct Order {
    int year = 0;                      ///< 0: papers of the whole fonds
    std::vector<std::string> forms{};  ///< ids; none: all
    forms::Formats formats{};
    std::filesystem::path folder{};  ///< is made; empty: where `run` puts that year
  };
  /// Prints papers apart from the runs. Gives the files in the order of their making; none when
  /// there is nothing to print. Throws Failure (usage) for a form that the office does not print.
  std::vector<std::filesystem::path> print(RecordSet& set, const Place& place,
                                           const Order& order) const;

 private:
  [[nodiscard]] lists::Office office_at(const Place& place) const;

  const Profile& profile_;
  lists::Backing backing_;
  std::vector<const lists::Paper*> papers_;
  std::map<std::string_view, std::vector<forms::Form>> forms_{};  ///< by paper
  forms::Formats formats_{};                                      ///< of every run
  std::string settings_{};
};

}  // namespace guidang
