// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "index/public_parts.h"
#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"

namespace guidang {

/// 索引: hands every item that an archivist can work with (accepted, held, proposed for return) to
/// the search index. Only what is numbered for good and opened goes into the class that strangers
/// may search, and of its text only what the profile's section `index` gives to everybody.
class IndexStage final : public DerivedStage {
 public:
  /// Throws the profile's Failure.
  explicit IndexStage(const Profile& profile);
  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return digest_; }
  [[nodiscard]] bool stale(const Place& place) const override;
  void run(RecordSet& set, const Place& place) const override;

 private:
  index::PublicParts public_;
  std::string digest_;
};

}  // namespace guidang
