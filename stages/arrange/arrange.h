// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"
#include "stages/arrange/order.h"
#include "stages/arrange/plan.h"
#include "stages/arrange/series.h"
#include "stages/arrange/volume_settings.h"

namespace guidang {

/// 整理: puts the accepted items that no seal has fixed into their series, in the profile's order
/// (DA/T 22-2015 5.5); in volume mode into volumes (案卷, GB/T 9705-2008) and there into order.
/// Writes Placement.
class Arrange final : public SetStage {
 public:
  /// `plan` is what people decided about volumes. Throws the profile's Failure.
  Arrange(const Profile& profile, std::string fonds_code, arrange::Plan plan = {});

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  void run(RecordSet& set, Sink& sink) const override;

 private:
  void run_items(RecordSet& set, Sink& sink) const;

  SeriesRule series_;
  arrange::Order order_;
  arrange::VolumeSettings volumes_;
  arrange::Plan plan_;
  bool by_volume_ = false;
  std::string settings_;
};

/// Every code that the stage reports.
[[nodiscard]] std::span<const CodeInfo> arrange_codes();

}  // namespace guidang
