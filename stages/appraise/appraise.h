// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "pipeline/organs/load.h"
#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"
#include "stages/appraise/table.h"

namespace guidang {

/// 鉴定: whether an item is filed and how long it is kept, by the unit's own approved table (8号令
/// arts. 4, 12). Writes Appraisal. Without a row that fits the item is 待鉴定 (APR-101); the
/// national table is quoted then, and never decides.
class Appraise : public RecordStage {
 public:
  /// Throws the profile's Failure. `organs` are those of the profile and the home.
  Appraise(const Profile& profile, std::shared_ptr<const organs::Authority> organs);
  explicit Appraise(const Profile& profile) : Appraise(profile, organs::load(profile)) {}

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  [[nodiscard]] std::optional<Fact> run(const View& view, Findings& findings) const override;

 private:
  [[nodiscard]] std::string suggestion(const appraise::Subject& subject) const;

  appraise::Table table_;
  appraise::Table national_;
  std::string national_citation_;
  std::shared_ptr<const organs::Authority> organs_;
  std::string settings_;
};

}  // namespace guidang
