// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"
#include "stages/arrange/series.h"

namespace guidang {

/// 整理: puts the accepted items that no seal has fixed into their series, in the profile's order
/// (DA/T 22-2015 5.5). Writes Placement.
class Arrange final : public SetStage {
 public:
  /// Throws the profile's Failure; volume mode is refused.
  Arrange(const Profile& profile, const std::string& fonds_code);

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  void run(RecordSet& set, Sink& sink) const override;

 private:
  [[nodiscard]] std::string order_key(const View& item) const;

  SeriesRule rule_;
  std::vector<std::string> order_;
  std::string settings_;
};

/// Every code that the stage reports.
[[nodiscard]] std::span<const CodeInfo> arrange_codes();

}  // namespace guidang
