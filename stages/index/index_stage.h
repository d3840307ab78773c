// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/stage.h"

namespace guidang {

/// 索引: hands every item that an archivist can work with (accepted, held, proposed for return) to
/// the search index. Only what is numbered for good and opened goes into the class that strangers
/// may search.
class IndexStage final : public DerivedStage {
 public:
  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] bool stale(const Place& place) const override;
  void run(RecordSet& set, const Place& place) const override;
};

}  // namespace guidang
