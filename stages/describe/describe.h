// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/stage.h"
#include "stages/describe/settings.h"

namespace guidang {

/// 著录: says what a document is, from its text, its ledger row, its sidecar and its file name.
/// Holds nothing back by itself: which elements must be there is for the rules of check.
class Describe final : public RecordStage {
 public:
  explicit Describe(describe::Settings settings) : settings_(std::move(settings)) {}

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_.digest; }
  [[nodiscard]] std::optional<Fact> run(const View& view, Findings& findings) const override;

 private:
  describe::Settings settings_;
};

}  // namespace guidang
