// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/intake.h"
#include "pipeline/stage.h"

namespace guidang {

using Step = std::variant<std::unique_ptr<RecordStage>, std::unique_ptr<SetStage>,
                          std::unique_ptr<DerivedStage>>;

[[nodiscard]] const StageInfo& info_of(const Step& step);

/// The stages in order. Building it checks that the run can end before it begins: a stage that
/// reads a fact which no earlier one writes, or a second writer of a fact, is a std::logic_error.
/// A set stage is a barrier; the record stages between two barriers are one pass over the records.
class Pipeline {
 public:
  explicit Pipeline(std::unique_ptr<Intake> intake);

  Pipeline& then(std::unique_ptr<RecordStage> stage);
  Pipeline& then(std::unique_ptr<SetStage> stage);
  Pipeline& then(std::unique_ptr<DerivedStage> stage);

  [[nodiscard]] const Intake& intake() const { return *intake_; }
  [[nodiscard]] std::span<const Step> steps() const { return steps_; }
  /// True for the name of a stage, or "receive".
  [[nodiscard]] bool has(std::string_view name) const;

 private:
  void admit(const StageInfo& info);

  std::unique_ptr<Intake> intake_;
  std::vector<Step> steps_;
  std::vector<FactKind> known_{FactKind::origin, FactKind::components};
};

}  // namespace guidang
