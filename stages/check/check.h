// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pipeline/calendar/working_calendar.h"
#include "pipeline/organs/load.h"
#include "pipeline/stage.h"
#include "stages/check/rule.h"

namespace guidang {

/// 审查: the rules of the profile on one item. Writes Checks; findings carry the rules' ids, and
/// rules that share a predicate and saw the same thing give one finding with several citations.
class Check : public RecordStage {
 public:
  /// Throws the profile's Failure. `organs` are those of the profile and the home.
  Check(const Profile& profile, std::shared_ptr<const organs::Authority> organs);
  explicit Check(const Profile& profile) : Check(profile, organs::load(profile)) {}

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  [[nodiscard]] std::optional<Fact> run(const View& view, Findings& findings) const override;

  [[nodiscard]] const check::Rules& rules() const { return rules_; }

 private:
  check::Rules rules_;
  std::shared_ptr<const organs::Authority> organs_;
  std::optional<WorkingCalendar> calendar_;
  double bound_ = 0.0;
  std::string profile_;
  std::string settings_;
};

}  // namespace guidang
