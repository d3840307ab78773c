// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/stage.h"
#include "stages/check/rule.h"

namespace guidang {

/// The companion of `check` for what no item shows alone: OUT-07, gaps and repeats in the numbers
/// that the office gave (发文字号). A series is a code and a year. A gap is reported once, on the
/// item behind it; a number used twice on every item that bears it. Writes no fact.
class LedgerCheck : public SetStage {
 public:
  /// Throws the profile's Failure.
  explicit LedgerCheck(const Profile& profile);

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  void run(RecordSet& set, Sink& sink) const override;

 private:
  check::Rules rules_;
  std::string settings_;
};

}  // namespace guidang
