// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/stage.h"

namespace guidang {

/// 关联: finds which documents belong to one another: duplicates, versions and attachments that
/// arrived apart, 请示 and 批复, 转发 and 被转发. Writes Relations for every document that has any.
/// Goes by facts only; what people decide (`duplicate` = no) takes a tie away.
class Relate final : public SetStage {
 public:
  [[nodiscard]] const StageInfo& info() const override;
  void run(RecordSet& set, Sink& sink) const override;
};

}  // namespace guidang
