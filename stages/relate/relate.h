// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/stage.h"
#include "stages/relate/settings.h"

namespace guidang {

/// 关联: finds which documents belong to one another: duplicates, versions and attachments that
/// arrived apart, 请示 and 批复, 转发 and 被转发, 废止 and 被废止, what came again, texts that are
/// nearly the same. Writes Relations for every document that has any. People set ties and take
/// them back (`relation:KIND:DOCUMENT` = yes | no); `duplicate` = no keeps a document.
class Relate final : public SetStage {
 public:
  explicit Relate(relate::Settings settings = {}) : settings_(std::move(settings)) {}

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_.digest; }
  void run(RecordSet& set, Sink& sink) const override;

 private:
  relate::Settings settings_;
};

}  // namespace guidang
